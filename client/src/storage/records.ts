import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB } from "idb";

/**
 * What this browser keeps of unfinished work (IndexedDB): records under keys that begin alike where they belong together,
 * as `["drawing", "here", "done", 4]`. Nothing here throws: a browser that keeps nothing (a private window, a full disk)
 * answers that it has nothing and that nothing was kept, and whoever asked has to say so.
 */
export type Key = readonly (string | number)[];

/** One write, all of it or nothing. `removeFrom`: this key and those after it that differ in its last part alone. */
export type Change =
  | { readonly put: Key; readonly value: unknown }
  | { readonly removeFrom: Key }
  /** Every record whose key begins so. */
  | { readonly removeAll: Key };

type StoredKey = (string | number)[];
interface Schema extends DBSchema {
  records: { key: StoredKey; value: unknown };
}

const NAME = "spatialplan";
const VERSION = 1;
let opened: Promise<IDBPDatabase<Schema>> | null = null;

function database(): Promise<IDBPDatabase<Schema>> {
  const forget = () => {
    opened = null;
  };
  if (opened) return opened;
  opened = openDB<Schema>(NAME, VERSION, {
    upgrade: (db) => {
      db.createObjectStore("records");
    },
    // a tab with a newer program waits for this one to let go
    blocking: (_now, _next, event) => {
      forget();
      (event.target as IDBDatabase).close();
    },
    terminated: forget,
  });
  opened.catch(forget);
  return opened;
}

/** A list stands behind every number and every text in the order of keys: nothing that begins so comes after it. */
const beginningSo = (key: Key): IDBKeyRange => IDBKeyRange.bound([...key], [...key, []]);
const fromThere = (key: Key): IDBKeyRange => IDBKeyRange.bound([...key], [...key.slice(0, -1), []], false, true);

/** The records whose keys begin so, in the order of the keys. */
export async function read(key: Key): Promise<[Key, unknown][]> {
  try {
    const store = (await database()).transaction("records").store;
    const range = beginningSo(key);
    const [keys, values] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
    return keys.map((found, i) => [found, values[i]]);
  } catch {
    return [];
  }
}

/** False when nothing of it was kept. */
export async function write(changes: readonly Change[]): Promise<boolean> {
  try {
    const transaction = (await database()).transaction("records", "readwrite");
    try {
      for (const change of changes) done(transaction.store, change).catch(() => undefined);
    } catch (fault) {
      // a value that cannot be kept: what was asked before it would be
      transaction.abort();
      transaction.done.catch(() => undefined);
      throw fault;
    }
    // at once: a page that ends now would give up what it has not committed
    transaction.commit();
    await transaction.done;
    return true;
  } catch {
    return false;
  }
}

type Store = IDBPObjectStore<Schema, ["records"], "records", "readwrite">;
function done(store: Store, change: Change): Promise<unknown> {
  if ("put" in change) return store.put(change.value, [...change.put]);
  return store.delete("removeAll" in change ? beginningSo(change.removeAll) : fromThere(change.removeFrom));
}
