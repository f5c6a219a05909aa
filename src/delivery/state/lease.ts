import { join } from "node:path";
import type { Log } from "../../logging/log.ts";
import { acquireInstanceLock } from "../polling/instance-lock.ts";
import type { OpenSharedStore } from "./shared-store.ts";

export type Lease = {
  /** Whether this process has the lease; takes or renews it. Never throws. */
  readonly hold: () => Promise<boolean>;
  /** Lets another process have it at once. */
  readonly close: () => Promise<void>;
};

export type LeaseOptions = {
  /** What only one process does. */
  readonly name: string;
  readonly stateDir: string;
  /** What replicas share; without it this machine is the only one. */
  readonly openShared: OpenSharedStore | undefined;
  readonly botId: number;
  /** Unique name of this process. */
  readonly holder: string;
  readonly log: Log;
};

/** A process that was killed has its lease for no longer. */
const LEASE_MS = 45_000;

/** A task that one process has: among replicas by what they share, otherwise among those with one STATE_DIR on this machine. */
export function openLease({ openShared, ...options }: LeaseOptions): Lease {
  return openShared === undefined ? openLocalLease(options) : openSharedLease(openShared, options);
}

type OwnOptions = Omit<LeaseOptions, "openShared">;

function openLocalLease({ name, stateDir, log }: OwnOptions): Lease {
  let isHeld = false;
  return {
    hold: async () => (isHeld ||= await acquireInstanceLock(join(stateDir, `${name}.sock`), log)),
    close: () => Promise.resolve(),
  };
}

/** While the store is away, whoever has the lease keeps it for as long as it would have lasted. */
function openSharedLease(open: OpenSharedStore, { name, botId, holder }: OwnOptions): Lease {
  const opening = open();
  let heldUntil = 0;
  return {
    async hold() {
      const opened = await opening;
      if (opened.kind === "refused") return false;
      const askedAt = performance.now();
      try {
        const isHeld = await opened.store.leases(botId).hold(name, holder, LEASE_MS);
        heldUntil = isHeld ? askedAt + LEASE_MS : 0;
      } catch {
        // Nobody can take it from whoever has it.
      }
      return performance.now() < heldUntil;
    },
    async close() {
      const opened = await opening;
      if (opened.kind === "refused") return;
      const { store } = opened;
      await store
        .leases(botId)
        .release(name, holder)
        .catch(() => undefined);
      store.close();
    },
  };
}
