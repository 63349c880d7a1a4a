import type {StoredAccount} from './organization.ts';
import {wireTime} from './wire-time.ts';

/**
Whoever uses service accounts again and again has done so up to `now`: their last use moves by their rhythm, and
stands still once they have expired. One that was deleted is not in the list any more.
*/
export function keepUsing(accounts: readonly StoredAccount[], plantedAt: Date, now: Date): void {
	for (const account of accounts) {
		const {rhythm, expires} = account;
		if (rhythm === null) {
			continue;
		}

		const first = plantedAt.getTime() - rhythm.lastBefore;
		const until = expires === null ? now.getTime() : Math.min(now.getTime(), Date.parse(expires));
		const uses = Math.floor((until - first) / rhythm.every);
		if (uses > 0) {
			account.lastUsed = wireTime(new Date(first + uses * rhythm.every));
		}
	}
}
