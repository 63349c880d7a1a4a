import {howRecorded, type Recorded} from '../../../assessment/how-recorded.ts';
import type {RuleResult} from '../../../types/assessment.ts';
import type {Rule} from '../../../types/rule.ts';
import {column, fitEnd, lineWidth, widthOf} from '../../lines/fit.ts';
import {dim, type Line, type Span} from '../../lines/line.ts';
import {basisMark, statusMark, statusSymbol, waivedMark} from '../../lines/marks.ts';
import type {AppState, Open} from '../../state/app-state.ts';
import {sinceLast} from '../../state/control/since-last.ts';
import {isBeingRead} from '../../state/is-being-read.ts';
import {lastRead} from '../../state/opening/last-read.ts';
import {spinner} from '../spinner.ts';
import type {Shown} from './control-frame.ts';
import {openWordsWithNext} from './open-words.ts';

/** Before the title: its mark. */
const markWidth = 5;

/**
Each rule of a control with its mark, what that was before, and what carries the verdict: at the end of its row, else
on a row of its own.
*/
export function recordLines(state: AppState, open: Open, {control, result}: Shown, width: number): Line[] {
	const {statuses} = sinceLast(open, control, state.policy);
	return result.rules.flatMap((found): readonly Line[] => {
		const rule = control.rules.find(({id}) => id === found.id);
		if (rule === undefined) {
			return [];
		}

		const isPending = isBeingRead([rule], open);
		const mark = isPending ? spinner(state.turn) : statusSymbol(found.status);
		const then = isPending ? undefined : statuses.get(rule.id);
		const record: Line = [
			...(then === undefined || then === found.status ? [] : [dim('was '), statusMark(then), dim(' · ')]),
			isPending ? dim('reading') : recordSpan(state, open, rule, found),
		];
		const lead: Line = [{text: '   '}, mark, {text: ' '}];
		const room = width - markWidth - lineWidth(record) - 2;
		return widthOf(rule.title) <= room
			? [[...lead, {text: column(rule.title, room)}, {text: '  '}, ...record]]
			: [
					[...lead, {text: fitEnd(rule.title, width - markWidth)}],
					[{text: ' '.repeat(Math.max(width - lineWidth(record), markWidth))}, ...record],
				];
	});
}

/** What carries the verdict: a read, a person, a waiver, or nothing yet. */
function recordSpan(state: AppState, open: Open, rule: Rule, found: RuleResult): Span {
	if (found.waiver !== null) {
		return waivedMark(found.waiver);
	}

	const recorded = howRecorded(rule, found, {
		facts: open.facts,
		profile: open.session.profile,
		policy: state.policy,
		attestations: open.session.attestations,
		decisions: open.session,
		now: state.now,
	});
	return recordedWords(recorded, lastRead(open, state, found));
}

function recordedWords(recorded: Recorded, read: string | null): Span {
	switch (recorded.kind) {
		case 'verified': {
			return basisMark('verified', null, read);
		}

		case 'confirmed': {
			const by = recorded.by === null ? '' : ` by ${recorded.by}`;
			return {text: `confirmed${by}${read === null ? '' : `, read ${read}`}`};
		}

		case 'said': {
			const until = recorded.until === null ? '' : `, until ${recorded.until}`;
			return {text: `said by ${recorded.by} on ${recorded.on}${until}`, italic: true, tone: 'dim'};
		}

		case 'register': {
			return {
				text: `recorded by ${recorded.by.join(', ')}, until ${recorded.until}`,
				italic: true,
				tone: 'dim',
			};
		}

		case 'answered': {
			return dim('by your answers');
		}

		case 'open': {
			return openWordsWithNext(recorded.reasonCode) ?? dim('not decided');
		}
	}
}
