import {keyOf} from '../../../assessment/resource-key.ts';
import {type WaiverNotice, waiverNotices} from '../../../assessment/waiver-notices.ts';
import type {WaiverRecord} from '../../../types/decision.ts';
import type {AppState, Open} from '../app-state.ts';
import {decisionName} from './decision-name.ts';
import type {PickingView, PickRow} from './picking.ts';

const order: readonly WaiverNotice['state'][] = ['lapsed', 'unmatched', 'matched', 'idle'];

/** What every waiver and exemption came to, those that need somebody first. */
export function noticesOf(state: AppState, open: Open): readonly WaiverNotice[] {
	return waiverNotices(open.assessment, open.session, {
		now: state.now,
		policy: state.policy,
		facts: open.facts,
	}).toSorted(
		(one, other) =>
			order.indexOf(one.state) - order.indexOf(other.state) || Number(other.endsSoon) - Number(one.endsSoon),
	);
}

/** One text for each waiver or exemption, to tell it from the others. */
export function keyOfNotice({subject, fromPolicy}: WaiverNotice): string {
	const from = fromPolicy === true ? 'policy ' : '';
	return subject.kind === 'waiver'
		? `waiver ${scopeOf(subject.waiver)}`
		: `${from}exemption ${subject.exemption.rule} ${keyOf(subject.exemption.resource)}`;
}

export function waiversView(state: AppState, open: Open): PickingView {
	const notices = noticesOf(state, open);
	const needing = notices.filter(needsSomebody).length;
	return {
		title: 'Waivers and exemptions',
		progress: `${notices.length} given${needing === 0 ? '' : `, ${needing} to look at`}`,
		rows: notices.map(
			(notice): PickRow => ({
				key: keyOfNotice(notice),
				name: nameOf(notice, state, open),
				words: wordsOf(notice, state.now),
				state: notice.endsSoon ? 'soon' : needsSomebody(notice) ? 'bad' : 'done',
				detail: [notice.sentence, reasonOf(notice)],
			}),
		),
		none: 'Nothing is waived or exempted here.',
		canMark: false,
	};
}

/** In words, that some of them no longer hold or soon will not; null when all is well. */
export function waiversMessage(state: AppState, open: Open): string | null {
	const needing = noticesOf(state, open).filter(needsSomebody);
	const [first] = needing;
	return first === undefined
		? null
		: `${needing.length === 1 ? first.sentence : `${needing.length} waivers or exemptions need a look.`} W in the list of controls shows them.`;
}

function needsSomebody({state, endsSoon}: WaiverNotice): boolean {
	return state === 'lapsed' || state === 'unmatched' || endsSoon;
}

function nameOf({subject}: WaiverNotice, {controls}: AppState, {assessment}: Open): string {
	const about =
		subject.kind === 'exemption'
			? {subject: subject.exemption.rule, resource: subject.exemption.resource}
			: {subject: scopeOf(subject.waiver), resource: null};
	const {control, words} = decisionName(about, controls, assessment);
	return control === null ? words : `${control} ${words}`;
}

function scopeOf({scope}: WaiverRecord): string {
	return scope.kind === 'control' ? scope.control : scope.rule;
}

function wordsOf(notice: WaiverNotice, now: Date): string {
	return notice.fromPolicy === true ? `policy: ${standing(notice, now)}` : standing(notice, now);
}

function standing({state, endsSoon, subject}: WaiverNotice, now: Date): string {
	const {expires} = subject.kind === 'waiver' ? subject.waiver : subject.exemption;
	switch (state) {
		case 'matched': {
			return endsSoon ? `ends soon, ${expires}` : `until ${expires}`;
		}

		case 'idle': {
			return `nothing is open, until ${expires}`;
		}

		case 'unmatched': {
			return 'matches nothing';
		}

		case 'lapsed': {
			return expires < now.toISOString().slice(0, 10) ? `ended on ${expires}` : 'no longer counts';
		}
	}
}

const kinds = {
	accepted_risk: 'Accepted risk',
	compensating: 'Compensated',
	disputed: 'Disputed',
} as const;

function reasonOf({subject, fromPolicy}: WaiverNotice): string {
	const given = subject.kind === 'waiver' ? subject.waiver : subject.exemption;
	const kind = subject.kind === 'waiver' ? `${kinds[subject.waiver.waiver]}: ` : '';
	const when =
		fromPolicy === true ? '; it is changed in the file of the policy' : `, ${given.at.slice(0, 10)}`;
	return `${kind}${given.reason} — ${given.owner} answers; by ${given.by}${when}`;
}
