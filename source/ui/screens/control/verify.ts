import type {RuleContext} from '../../../assessment/assess-rule.ts';
import {type Doubt, doubtsOf} from '../../../assessment/doubts.ts';
import {logDoubts} from '../../../assessment/log-doubts.ts';
import type {Change} from '../../../types/change.ts';
import {isKeyFact} from '../../../types/facts.ts';
import {blank, dim, type Line} from '../../lines/line.ts';
import {relativeTime} from '../../lines/relative-time.ts';
import {paragraph} from '../../lines/wrap.ts';
import type {AppState, Open} from '../../state/app-state.ts';
import {sinceLast} from '../../state/control/since-last.ts';
import {isBeingRead} from '../../state/is-being-read.ts';
import {signs} from '../difference-signs.ts';
import {eventWords} from '../event-words.ts';
import type {Frame} from '../frame.ts';
import {lastPart, paneWidths, wideColumns} from '../lay-out.ts';
import {ruleContextOf} from '../rule-context-of.ts';
import {spinner} from '../spinner.ts';
import {afterClicksLines} from './after-clicks-lines.ts';
import {controlHeading, type Shown} from './control-frame.ts';
import {dotted} from './dotted.ts';
import {stageLine} from './stage-words.ts';
import {recordLines} from './verify-records.ts';

type Section = readonly [title: string, lines: readonly Line[]];

/**
Stage Verify: how each rule is recorded and what it was before, what changed at Mixpanel, how to see it by hand, what
would put it in doubt. A text, scrolled by line; where there is room the last two stand beside it.
*/
export function verifyFrame(state: AppState, shown: Shown): Frame {
	const {open} = state;
	if (open === null) {
		return {heading: [], body: [], view: {kind: 'scroll', from: 0}, detail: [], cursor: null};
	}

	const isWide = state.columns >= wideColumns;
	const panes = paneWidths(state.columns);
	const width = isWide ? panes.list : state.columns - 2;
	const side = isWide ? panes.detail : width;
	const standing: readonly Section[] = [
		['How it is recorded', recordLines(state, open, shown, width)],
		['Ticked, and failing all the same', afterClicksLines(state, null, width, 3)],
		[changedTitle(state, open, shown), changedLines(state, open, shown, width)],
		['Changed by this program', ownChanges(state, open, shown, width)],
		['In the audit log since somebody looked', loggedLines(ruleContextOf(state, open), shown, width)],
	];
	const lasting: readonly Section[] = [
		['See it by hand', dotted(shown.control.verify, side)],
		['What would put it in doubt', doubtLines(ruleContextOf(state, open), shown, side)],
	];
	return {
		heading: controlHeading(state, shown),
		lead: stageLine(state, shown),
		body: sections(isWide ? standing : [...standing, ...lasting]),
		view: {kind: 'scroll', from: shown.screen.row},
		detail: isWide ? lastPart(sections(lasting), shown.screen.past) : [],
		cursor: null,
	};
}

function sections(parts: readonly Section[]): readonly Line[] {
	return parts
		.filter(([, lines]) => lines.length > 0)
		.flatMap(([title, lines], index): readonly Line[] => [
			...(index === 0 ? [] : [blank]),
			[{text: ` ${title}`, bold: true}],
			...lines,
		]);
}

function changedTitle(state: AppState, open: Open, shown: Shown): string {
	const {at} = sinceLast(open, shown.control, state.policy);
	return at === null
		? 'Changed at Mixpanel'
		: `Changed at Mixpanel since the last assessment, ${relativeTime(new Date(at), state.now)}`;
}

function changedLines(state: AppState, open: Open, {control}: Shown, width: number): readonly Line[] {
	if (!control.rules.some(({dependsOn}) => dependsOn.some(isKeyFact))) {
		return [];
	}

	if (open.reading.kind === 'under_way' && isBeingRead(control.rules, open)) {
		return [[dim('   '), spinner(state.turn), dim(' is being read')]];
	}

	const {at, changed} = sinceLast(open, control, state.policy);
	if (at === null) {
		return paragraph(
			open.target.kind === 'byHand'
				? 'Without a key nothing is read, so nothing can be compared.'
				: 'This is the first assessment that is kept. r reads again, after your clicks for example.',
			width,
			{indent: 3, style: {tone: 'dim'}},
		);
	}

	return changed.length === 0
		? [[dim(`   ${open.reading.kind === 'finished' ? 'Nothing.' : 'Not read again yet: r does.'}`)]]
		: changed.flatMap(({kind, sentence}) =>
				paragraph(sentence, width, {
					indent: 5,
					lead: {text: `   ${signs[kind]}`, tone: kind === 'not_compared' ? 'warn' : 'accent'},
				}),
			);
}

function ownChanges(state: AppState, open: Open, {control}: Shown, width: number): readonly Line[] {
	const own = open.session.changes.filter(change => change.control === control.id).toReversed();
	return own.length === 0
		? []
		: [
				...own.flatMap(change =>
					paragraph(
						`${change.resource.name}: ${outcomeWords(change)} by ${change.by}, ${relativeTime(new Date(change.at), state.now)}${whyWords(change)}`,
						width,
						{indent: 5, lead: {text: '   ·', tone: 'dim'}},
					),
				),
				[dim('   u takes the latest back, after asking.')],
			];
}

/** Why a change was not made, or is not known; what was made needs no reason. */
function whyWords({outcome, detail}: Change): string {
	return outcome === 'applied' || detail === null || detail === '' ? '' : `. ${detail}`;
}

/** The events of an imported log behind each doubt. */
function loggedLines(context: RuleContext, {control, result}: Shown, width: number): readonly Line[] {
	return control.rules.flatMap(rule => {
		const found = result.rules.find(({id}) => id === rule.id);
		const doubts = found === undefined ? null : logDoubts(rule, found, context);
		return doubts === null
			? []
			: [
					...paragraph(`${rule.title}, said by ${doubts.word.by} on ${doubts.word.observedOn}`, width, {
						indent: 5,
						lead: {text: '   ○', tone: 'warn'},
					}),
					...eventWords(doubts).flatMap(words => paragraph(words, width, {indent: 5, style: {tone: 'dim'}})),
				];
	});
}

function outcomeWords({outcome, undoes}: Change): string {
	switch (outcome) {
		case 'applied': {
			return undoes === null ? 'classified, seen by reading again,' : 'taken back, seen by reading again,';
		}

		case 'failed': {
			return 'the change failed, sent';
		}

		case 'drifted':
		case 'not_sent': {
			return 'nothing was sent, asked for';
		}

		case 'unknown':
		case null: {
			return 'not known how it ended, sent';
		}
	}
}

function doubtLines(context: RuleContext, {control, result}: Shown, width: number): readonly Line[] {
	const doubts = doubtsOf(control.rules, result, context);
	const isRead = control.rules.some(({dependsOn}) => dependsOn.length > 0);
	return [
		...doubts.flatMap(doubt => doubtLine(doubt, width)),
		...(isRead
			? dotted(['Whatever a new reading finds: r reads again, and every verdict follows.'], width)
			: []),
		...(control.auditEvents.length === 0
			? []
			: dotted([`Entries of the audit log that bear on it: ${control.auditEvents.join(', ')}.`], width)),
	];
}

const newcomers = {
	project: 'A new project',
	admin: 'A new Owner or Admin',
	service_account: 'A new service account',
} as const satisfies {readonly [Who in Extract<Doubt, {kind: 'newcomer'}>['who']]: string};

function doubtLine(doubt: Doubt, width: number): readonly Line[] {
	switch (doubt.kind) {
		case 'now': {
			return paragraph(`${doubt.title}: ${doubt.reason}`, width, {
				indent: 5,
				lead: {text: '   ○', tone: 'warn'},
			});
		}

		case 'ends': {
			const what = doubt.what === 'word' ? 'the word on it holds until then' : 'its waiver holds until then';
			return dotted([`${doubt.on}  ${doubt.title}: ${what}.`], width);
		}

		case 'newcomer': {
			return dotted([`${newcomers[doubt.who]} asks these again: ${doubt.titles.join('; ')}.`], width);
		}
	}
}
