import type {AuditLog} from '../../types/evidence-facts.ts';
import {count, list} from '../rule-kinds/count.ts';

/** The span of an imported log, and what keeps it from being whole: `imported log of 2026-09-01 to 2026-11-20, 2 rows unreadable`. */
export function logSpan({oldest, newest, malformed, gaps}: AuditLog): string {
	const [longest] = gaps;
	return [
		`imported log of ${oldest.slice(0, 10)} to ${newest.slice(0, 10)}`,
		...(malformed === 0 ? [] : [`${count(malformed, 'row')} unreadable`]),
		...(longest === undefined ? [] : [`nothing from ${longest.from} to ${longest.to}`]),
	].join(', ');
}

/** How often each of these events occurs: `3 session.logged_in, no session.login_failed`. */
export function eventCounts(log: AuditLog, names: readonly string[]): string {
	const found = names.flatMap(name => log.kinds.filter(kind => kind.name === name));
	const missing = names.filter(name => !found.some(kind => kind.name === name));
	return [
		...found.map(kind => `${kind.count} ${kind.name}, last on ${kind.newest.slice(0, 10)}`),
		...(missing.length === 0 ? [] : [`no ${list(missing)}`]),
	].join('; ');
}

/** The four groups in numbers. */
export function groupCounts({groups}: AuditLog): string {
	return [
		count(groups.authentication, 'login or second factor', 'logins and second factors'),
		count(groups.permissions, 'change of permission', 'changes of permission'),
		count(groups.projects, 'change of projects or settings', 'changes of projects and settings'),
		count(groups.exports, 'export'),
	].join(', ');
}
