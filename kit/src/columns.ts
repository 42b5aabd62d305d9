import { customType, timestamp } from 'drizzle-orm/pg-core';

/** A moment, as exact as JavaScript has them, and UTC at rest. */
export const time = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** Text that ignores case when it is compared; its extension is there wherever it is used. */
export const citext = customType<{ data: string }>({ dataType: () => 'citext' });

export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** The id of a transaction, which never comes again. */
export const transactionId = customType<{ data: string }>({ dataType: () => 'xid8' });
