/** The same function, which reads each object once and remembers what it read as long as the object lives. */
export function remembered<Key extends object, Value>(read: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { value: Value }>();
  return (key) => {
    const { value } = known.get(key) ?? { value: read(key) };
    known.set(key, { value });
    return value;
  };
}
