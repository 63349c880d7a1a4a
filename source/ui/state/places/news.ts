import {assess} from '../../../assessment/assess.ts';
import {type Change, changesSince, type Standing, standingOf} from '../../../assessment/standing.ts';
import type {Assessment} from '../../../types/assessment.ts';
import type {Facts} from '../../../types/facts.ts';
import type {AppState, Open} from '../app-state.ts';

/** What a person who comes back wants to know first (product §2, Resume). */
export type News = Standing & {
	/** What is different at Mixpanel since the last assessment; null until it was read again, or when none was kept. */
	readonly changed: readonly Change[] | null;
};

type Context = Pick<AppState, 'controls' | 'policy' | 'now'>;

const remembered = new WeakMap<Open, News>();

export function newsOf(open: Open, context: Context): News {
	const known = remembered.get(open) ?? findNews(open, context);
	remembered.set(open, known);
	return known;
}

/** Says that something is new, where the person is; the page about it waits behind its key. */
export function newsMessage(open: Open, context: Context): string | null {
	const count = newsOf(open, context).changed?.filter(({kind}) => kind !== 'not_compared').length ?? 0;
	return count === 0
		? null
		: `${count} ${count === 1 ? 'thing has' : 'things have'} changed at Mixpanel since the last time: c in the list of controls shows ${count === 1 ? 'it' : 'them'}.`;
}

function findNews(open: Open, context: Context): News {
	const {before, facts, reading, session} = open;
	const isRead = reading.kind === 'finished';
	// While facts arrive, what was last known stands: lines must not come and go under the reader's eyes.
	const [standing, judged] =
		reading.kind === 'under_way' && before !== null
			? [before.facts, judgedBefore(open, before, context)]
			: [facts, open.assessment];
	return {
		...standingOf({
			...context,
			session,
			assessment: judged,
			facts: standing,
			isReadNow: isRead || open.target.kind === 'byHand',
		}),
		changed:
			before === null || !isRead
				? null
				: changesSince({
						since: before.at,
						before: before.facts,
						after: facts,
						judge: each => (each === facts ? open.assessment : judgeFacts(open, each, context)),
						session,
					}),
	};
}

/** The latest judgement of what was known before: facts arrive one by one, and it stays the same for all of them. */
const judged = new WeakMap<
	Facts,
	{readonly session: Open['session']; readonly knowledge: Open['knowledge']; readonly assessment: Assessment}
>();

function judgedBefore(open: Open, {facts}: NonNullable<Open['before']>, context: Context): Assessment {
	const {session, knowledge} = open;
	const known = judged.get(facts);
	if (known?.session === session && known.knowledge === knowledge) {
		return known.assessment;
	}

	const assessment = judgeFacts(open, facts, context);
	judged.set(facts, {session, knowledge, assessment});
	return assessment;
}

function judgeFacts({session, knowledge}: Open, facts: Facts, {controls, policy, now}: Context): Assessment {
	return assess({
		facts,
		controls,
		profile: session.profile,
		policy,
		attestations: session.attestations,
		decisions: session,
		since: knowledge,
		now,
	});
}
