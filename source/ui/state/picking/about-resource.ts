import type {Facts} from '../../../types/facts.ts';
import type {Resource} from '../../../types/resource.ts';
import {relativeTime} from '../../lines/relative-time.ts';

/** What was read of a thing and helps to answer for it, in a few words. */
export function aboutResource({type, id}: Resource, facts: Facts, now: Date): string {
	const kind = type.replaceAll('_', ' ');
	switch (type) {
		case 'service_account': {
			const accounts = facts.serviceAccounts?.outcome === 'ok' ? facts.serviceAccounts.value : [];
			const account = accounts.find(candidate => candidate.id === id);
			return account === undefined
				? `${kind} ${id}`
				: [
						`${kind} ${id}`,
						`created ${when(account.created, now)}`,
						account.lastUsed === null ? 'never used' : `last used ${when(account.lastUsed, now)}`,
						account.expires === null ? 'never expires' : `expires ${when(account.expires, now)}`,
						...(account.isOwn ? ['in use by this wizard'] : []),
					].join(' · ');
		}

		case 'user': {
			const users = facts.users?.outcome === 'ok' ? facts.users.value.users : [];
			const user = users.find(candidate => candidate.id === id);
			return user === undefined ? `${kind} ${id}` : `${user.name} · ${user.roleText}`;
		}

		default: {
			return `${kind} ${id}`;
		}
	}
}

function when(moment: string, now: Date): string {
	return relativeTime(new Date(moment), now);
}
