/** A place in the source of the product, and what it says in a broken build. */
export type Break = { file: string; find: string | RegExp; replace: string };

/** Bugs that somebody might write. */
export const BREAKS = {
  'naive-counter': {
    file: 'kit/src/counters.ts',
    find: /const \{ schema = 'public' \}[\s\S]*?change_count[\s\S]*?\);/,
    // Reads, and then writes what it made of it.
    replace: `const [row] = await tx.execute(sql\`select value from \${counters} where subject_id = \${subjectId} and name = \${name}\`);
  await tx.execute(row
    ? sql\`update \${counters} set value = \${Number(row.value) + value} where subject_id = \${subjectId} and name = \${name}\`
    : sql\`insert into \${counters} (subject_id, name, value) values (\${subjectId}::uuid, \${name}, \${value}::integer) on conflict do nothing\`);`,
  },
  'no-inbox': {
    file: 'kit/src/events/inbox.ts',
    find: 'return rows[0]?.is_new === true;',
    replace: 'return true;',
  },
  'late-idempotency': {
    file: 'kit/src/idempotency.ts',
    find: /if \(!\(await keepClaim\(tx, claim\)\)\) return[^;]*;\s*const done = await work\(\);/,
    // Looks, does, and only then notes that it is done.
    replace: `const known = await findRow(tx, claim);
  if (known) return await recall(known as Given);
  const done = await work();
  await keepClaim(tx, claim);`,
  },
  'no-policy': {
    file: 'subgraphs/users/src/policies.ts',
    find: "self: 'id user email ",
    replace: "self: 'id user ",
  },
  'no-block-filter': {
    file: 'subgraphs/users/src/count/follow-count.store.ts',
    find: 'viewerId === undefined ? stored',
    replace: 'true ? stored',
  },
  'no-subgraph-deadline': {
    file: 'gateway/src/subgraph-client/patience.ts',
    find: 'Math.max(0, Math.min(ms, leftMs))',
    replace: '60_000',
  },
} satisfies Record<string, Break>;

export type BreakName = keyof typeof BREAKS;
