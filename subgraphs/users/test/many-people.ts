import type postgres from 'postgres';

const PEOPLE = 100_000;
const FOLLOWS_EACH = 3;
const ENDED = 5_000;

/** 100,000 people with accounts, sessions and handles given up, who follow three others each; a tenth follows person_1. */
export async function generatePeople(admin: postgres.Sql): Promise<void> {
  // Nobody looks after what each row refers to: all of them are made together.
  await admin.unsafe(`
    set session_replication_role = replica;
    alter table users."user" alter changed_at set default now() - interval '1 day';
    alter table users.relationship alter changed_at set default now() - interval '1 day';
    alter table users.list_member alter changed_at set default now() - interval '1 day';
    insert into users."user" (id, handle, display_name, created_at)
    select uuidv7(), 'person_' || n, syllables[1 + n % 16] || syllables[1 + n / 16 % 16] || syllables[1 + n / 256 % 16]
      || case n % 500 when 0 then ' Maria Alkaios' else ' ' || syllables[1 + n / 3 % 16] || syllables[1 + n / 48 % 16] end,
      now() - n * interval '1 s'
    from generate_series(1, ${PEOPLE}) n,
      (select '{ba,chi,da,fe,gu,ho,ja,ki,lo,mu,na,po,ri,sa,te,zo}'::text[] as syllables) s;
    create temporary table person as select id, substr(handle, 8)::integer n from users."user" where handle::text ~ '^person_';
    insert into users.account select id, 'p' || n || '@example.org', 'no hash' from person;
    insert into users.session (id, user_id, expires_at)
    select uuidv7(), id, now() + interval '1 day' from person;
    insert into users.session (id, user_id, expires_at)
    select uuidv7(), id, now() - interval '31 days' from person where n <= ${ENDED};
    insert into users.handle_change (id, user_id, old_handle)
    select uuidv7(), id, 'was_' || n from person where n % 5 = 0;
    insert into users.relationship (source_id, target_id, is_following, followed_at)
    select source.id, target.id, true, now() - source.n * interval '1 minute'
    from (select person.*, k from person, generate_series(1, ${FOLLOWS_EACH}) as g(k)) source
    join person target on target.n = 1 + (case when source.n % 10 = 0 and k = 1 then 0 else (source.n * 7919 + k * 104729) % ${PEOPLE} end)
    where source.id <> target.id
    on conflict do nothing;
    insert into users.counter select target_id, 'followers', count(*) from users.relationship group by 1;
    insert into users.counter select source_id, 'following', count(*) from users.relationship group by 1;
    analyze`);
}

/**
 * What stands between them besides: person_5 follows 2,000, has blocked 500, is blocked by 300, has muted 2,000, is waited
 * for by 5,000 and waits for 2,000, and has 50 lists of 500 each. Everybody has blocked, muted and asked somebody.
 */
export async function generateGraph(admin: postgres.Sql): Promise<void> {
  await admin.unsafe(`
    create index on person (n);
    analyze person;
    insert into users.relationship (source_id, target_id, is_following, is_blocking, blocked_at, is_muting, muted_at)
    select source.id, target.id, false, kind = 1, case kind when 1 then now() end, kind = 2, case kind when 2 then now() end
    from person source, generate_series(1, 2) kind, person target
    where target.n = 1 + (source.n * 31 + kind * 7) % ${PEOPLE} and target.id <> source.id on conflict do nothing;

    insert into users.relationship (source_id, target_id, is_following, followed_at)
    select viewer.id, other.id, true, now() - other.n * interval '1 s' from person viewer, person other
    where viewer.n = 5 and other.n between 10000 and 11999 on conflict do nothing;
    insert into users.relationship (source_id, target_id, is_following, is_blocking, blocked_at)
    select viewer.id, other.id, false, true, now() - other.n * interval '1 s' from person viewer, person other
    where viewer.n = 5 and other.n between 20000 and 20499 on conflict do nothing;
    insert into users.relationship (source_id, target_id, is_following, is_blocking, blocked_at)
    select other.id, viewer.id, false, true, now() - other.n * interval '1 s' from person viewer, person other
    where viewer.n = 5 and other.n between 30000 and 30299 on conflict do nothing;
    insert into users.relationship (source_id, target_id, is_following, is_muting, muted_at)
    select viewer.id, other.id, false, true, now() - other.n * interval '1 s' from person viewer, person other
    where viewer.n = 5 and other.n between 40000 and 41999 on conflict do nothing;

    insert into users.follow_request (id, requester_id, target_id, show_shares, notify_on_post, created_at)
    select uuidv7(), source.id, target.id, true, false, now() - source.n * interval '1 s' from person source
    join person target on target.n = case when source.n between 50000 and 54999 then 5 else 1 + source.n * 17 % ${PEOPLE} end
    where source.id <> target.id on conflict do nothing;
    insert into users.follow_request (id, requester_id, target_id, show_shares, notify_on_post)
    select uuidv7(), viewer.id, other.id, true, false from person viewer, person other
    where viewer.n = 5 and other.n between 60000 and 61999 on conflict do nothing;

    insert into users.list (id, owner_id, name, is_private)
    select uuidv7(), id, 'list ' || k, k % 2 = 0 from person, generate_series(1, 50) k where n = 5 or n between 100 and 600;
    insert into users.list_member (list_id, user_id, is_member, added_at)
    select list.id, member.id, true, now() - member.n * interval '1 s'
    from (select list.id, owner_id, row_number() over (order by list.id) as place from users.list) list
    join person owner on owner.id = list.owner_id
    join person member on member.n between 1 + list.place * 3 and list.place * 3 + case owner.n when 5 then 500 else 4 end;
    analyze`);
}
