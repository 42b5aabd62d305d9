import { expect, test } from 'vitest';
import { definePolicies, guardsOf } from './authorization.ts';
import type { Role } from './events.ts';

type Resolvers = {
  Note?: { text?: () => string; secret?: () => string; __resolveReference?: () => object };
  Anything?: { __resolveType: () => 'Note' };
};

const define = definePolicies<Resolvers>();

test('a field without a rule, a rule without a field and a type of nobody do not compile', () => {
  expect(define({ Note: { public: 'text', self: 'secret' } })).toEqual({
    'Note.text': 'public',
    'Note.secret': 'self',
  });

  // @ts-expect-error who may have secret?
  define({ Note: { public: 'text' } });
  // @ts-expect-error the schema has no field colour
  define({ Note: { public: 'text secret colour' } });
  // @ts-expect-error there is no type Book
  define({ Note: { public: 'text secret' }, Book: { public: 'title' } });
  // @ts-expect-error Note is missing
  define({});
  // @ts-expect-error there is no such rule
  define({ Note: { public: 'text', everybody: 'secret' } });
  expect(() => define({ Note: { public: 'text secret', self: 'text' } })).toThrow('Note.text has two rules.');
});

const someone = (role?: Role) => ({ viewer: { id: 'me', sessionId: 's', ...(role && { role }) } });
const nobody = { viewer: undefined };

test.each([
  ['self', { userId: 'me' }, someone(), undefined],
  ['self', { id: 'me' }, someone(), undefined],
  ['self', { id: 'me', userId: 'you' }, someone('ADMIN'), 'FORBIDDEN'],
  ['self', { id: 'me' }, nobody, 'UNAUTHENTICATED'],
  ['viewer', {}, someone(), undefined],
  ['viewer', {}, nobody, 'UNAUTHENTICATED'],
  ['viewerWhoSees', {}, nobody, 'UNAUTHENTICATED'],
  ['owner', {}, nobody, 'UNAUTHENTICATED'],
  ['ownerOrHost', {}, nobody, 'UNAUTHENTICATED'],
  ['role:MODERATOR', {}, someone(), 'FORBIDDEN'],
  ['role:MODERATOR', {}, someone('MODERATOR'), undefined],
  ['role:MODERATOR', {}, someone('ADMIN'), undefined],
  ['role:ADMIN', {}, someone('MODERATOR'), 'FORBIDDEN'],
  ['role:ADMIN', {}, nobody, 'UNAUTHENTICATED'],
] as const)('what is for "%s" of %o is asked by %o: %s', (...[rule, object, asking, code]) => {
  const guard = guardsOf({ 'Note.text': rule })['Note.text'];
  const ask = () => guard?.(object, asking as never);

  if (code === undefined) expect(ask).not.toThrow();
  else expect(ask).toThrow(expect.objectContaining({ code }));
});
