import {coverageWords} from '../../../assessment/coverage-words.ts';
import type {ControlId} from '../../../types/control.ts';
import {type Stage, stages, stageTitles} from '../../../types/session.ts';
import {fitEnd, justify, widthOf} from '../../lines/fit.ts';
import {dim, type Line, type Span} from '../../lines/line.ts';
import {paragraph} from '../../lines/wrap.ts';
import type {AppState} from '../../state/app-state.ts';
import type {shownControl} from '../../state/control/selection.ts';
import {badge} from '../badge.ts';
import {readingLine} from '../reading-line.ts';
import {waitsSpan} from '../wait-words.ts';

/** A control on screen: where the person is in it, what it is, what is known of it. */
export type Shown = NonNullable<ReturnType<typeof shownControl>>;

const judgedStages: readonly Stage[] = ['check', 'gap', 'verify'];

/** How much was seen, where verdicts are shown: whole, else as many of its parts as `room` columns hold. */
function coverageSpans({open}: AppState, {control, screen}: Shown, room: number): Line {
	if (open === null || open.target.kind === 'byHand' || !judgedStages.includes(screen.stage)) {
		return [];
	}

	let words = coverageWords(control.rules, open.facts);
	while (words.length > 1 && widthOf(words.join(' · ')) > room) {
		words = words.slice(0, -1);
	}

	return [dim(fitEnd(words.join(' · '), room))];
}

/** That the control as a whole waits, in one line; what waits of its clicks stands at the clicks. */
function waitLines({open, columns, now}: AppState, control: ControlId): readonly Line[] {
	const wait = open?.session.parked.find(each => each.control === control && each.click === null);
	const span = wait === undefined ? null : waitsSpan([wait], now);
	return wait === undefined || span === null
		? []
		: [
				[
					{
						...span,
						text: ` ${fitEnd(`${span.text}${wait.what === '' ? '' : `: ${wait.what}`}`, columns - 2)}`,
					},
				],
			];
}

/** The lines every stage of a control begins with: which control, where in it, how much of it was seen. */
export function controlHeading(state: AppState, shown: Shown): readonly Line[] {
	const {control, screen, result} = shown;
	const frameworks = [
		...result.frameworks.cis.map(id => `CIS ${id}`),
		...result.frameworks.nist80053.map(id => `NIST ${id}`),
		...result.frameworks.soc2.map(id => `SOC 2 ${id}`),
	].join(' · ');
	const mark: readonly Span[] = state.open === null ? [] : [{text: '  '}, badge(state.open.target)];
	const bar = stages.flatMap((stage, index): Span[] => [
		...(index === 0 ? [{text: ' '}] : [dim(' ─ ')]),
		stage === screen.stage
			? {text: stageTitles[stage], bold: true, tone: 'accent'}
			: {text: stageTitles[stage]},
	]);
	const stageStart = bar
		.slice(
			0,
			bar.findIndex(span => span.tone === 'accent'),
		)
		.reduce((sum, span) => sum + span.text.length, 0);
	const reading = state.open === null ? [] : [readingLine(state.open, state)];
	return [
		justify(
			[
				{text: ` ${control.id} ${control.shortTitle}`, bold: true},
				dim(` · ${control.level} · ${frameworks}`),
			],
			mark,
			state.columns - 1,
		),
		justify(bar, reading, state.columns - 1),
		justify(
			[{text: ' '.repeat(stageStart)}, {text: '▔'.repeat(stageTitles[screen.stage].length), tone: 'accent'}],
			coverageSpans(state, shown, state.columns - stageStart - stageTitles[screen.stage].length - 3),
			state.columns - 1,
		),
		...waitLines(state, control.id),
		...(result.waiver === null
			? []
			: paragraph(
					`Waived until ${result.waiver.expires} by ${result.waiver.by}; ${result.waiver.owner} answers: ${result.waiver.reason}`,
					state.columns - 2,
					{indent: 1, style: {tone: 'dim'}},
				).slice(0, 2)),
	];
}
