import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";

const MINUTE = 60;
/** Wrong passwords without any delay: people mistype. */
export const FREE_TRIES = 5;

/**
 * Rate limits, kept in the memory of the process. They count what an attack does much of and work does little of: failed sign-ins
 * and lookups without an account. An office of hundreds behind one address never comes near them by working.
 */
export class Limits {
  /** Tries of one account from one address since the last right password. */
  private readonly tries = new RateLimiterMemory({ keyPrefix: "tries", points: 1_000_000, duration: 24 * 60 * MINUTE });
  /** One try per wait, once the free ones are used up; each wait is twice as long as the one before. */
  private readonly waits = new RateLimiterMemory({ keyPrefix: "waits", points: 1, duration: MINUTE });
  /** Wrong passwords from one address, whatever the account. */
  private readonly address = new RateLimiterMemory({ keyPrefix: "address", points: 200, duration: 15 * MINUTE });
  /** Lookups of progress and papers from one address; a kiosk in a busy hall stays below. */
  private readonly lookups = new RateLimiterMemory({ keyPrefix: "lookup", points: 120, duration: 10 * MINUTE });

  /**
   * Counts a try to sign in before the password is looked at, so that many at once count as many.
   * @returns minutes to wait, or 0 when the try may go on
   */
  async signInTry(account: string, address: string): Promise<number> {
    const key = `${address} ${account}`;
    const crowd = await this.address.consume(address).then(() => 0, minutesLeft);
    if (crowd > 0) return crowd;
    const { consumedPoints: count } = await this.tries.consume(key);
    if (count < FREE_TRIES) return 0;
    const minutes = Math.min(2 ** (count - FREE_TRIES), 60);
    const wait = await this.waits.consume(key, 1, { customDuration: minutes * MINUTE }).then(() => 0, minutesLeft);
    // A try that was not even looked at does not lengthen the next wait.
    if (wait > 0) await this.tries.reward(key, 1);
    return wait;
  }

  /** The right password ends the count. */
  async signInSucceeded(account: string, address: string): Promise<void> {
    const key = `${address} ${account}`;
    await Promise.all([this.tries.delete(key), this.waits.delete(key), this.address.reward(address, 1)]);
  }

  /** Counts a lookup. @returns minutes to wait, or 0 */
  async lookup(address: string): Promise<number> {
    return this.lookups.consume(address).then(() => 0, minutesLeft);
  }
}

const minutesLeft = (full: RateLimiterRes) => Math.max(1, Math.ceil(full.msBeforeNext / 1000 / MINUTE));
