import type {Difference} from '../../../assessment/compare-facts.ts';
import {blank, dim, type Line} from '../../lines/line.ts';
import {paragraph} from '../../lines/wrap.ts';
import type {AppState, Open} from '../../state/app-state.ts';
import {movedBetween, restatedBetween} from '../../state/moved.ts';
import type {Assessed, ComparisonScreen, Differences} from '../../state/places.ts';
import type {Frame} from '../frame.ts';
import {spinner} from '../spinner.ts';
import {movedLine, restatedLines, whenOf} from './history.ts';
import {placeHeading} from './place-heading.ts';

/** Two assessments held against each other: the figures, the verdicts that moved, and what is different at Mixpanel. */
export function comparisonFrame(state: AppState, open: Open, screen: ComparisonScreen): Frame {
	const {before, after, differences, row} = screen;
	const width = Math.min(state.columns - 2, 92);
	const moved = movedBetween(before, after);
	return {
		heading: placeHeading(state, open, 'Compared', [
			dim(`   ${whenOf(before.at, state.now)} → ${whenOf(after.at, state.now)}`),
		]),
		body: [
			...figures(before, after),
			blank,
			[{text: ' Verdicts', bold: true}],
			...(moved.length === 0
				? [[dim('   None is another one than before.')]]
				: moved.map((each): Line => [{text: '  '}, ...movedLine(each, state)])),
			blank,
			[{text: ' At Mixpanel', bold: true}],
			...differenceLines(differences, state, width),
			...restatements(before, after, width),
		],
		view: {kind: 'scroll', from: row},
		detail: [],
		cursor: null,
	};
}

function restatements(before: Assessed, after: Assessed, width: number): readonly Line[] {
	const restated = restatedBetween(before, after);
	return restated.length === 0
		? []
		: [
				blank,
				[{text: ' The same verdict, another reason', bold: true}],
				...restated.flatMap(each =>
					restatedLines(each, width - 2).map((line): Line => [{text: '  '}, ...line]),
				),
			];
}

function figures(before: Assessed, after: Assessed): readonly Line[] {
	return [
		figure('Score', scoreOf(before), scoreOf(after)),
		figure('Decided', `${before.decided} of ${before.of}`, `${after.decided} of ${after.of}`),
		...(before.level === after.level ? [] : [figure('Level', before.level, after.level)]),
	];
}

function figure(label: string, before: string, after: string): Line {
	return [
		dim(` ${label.padEnd(9)}`),
		{text: before.padStart(9)},
		dim(' → '),
		before === after ? dim('the same') : {text: after},
	];
}

function scoreOf({score}: Assessed): string {
	return score === null ? '–' : score.toFixed(2);
}

/** What came, went, changed, or could not be compared, each with its sign. */
const signs: {readonly [Kind in Difference['kind']]: string} = {
	added: '+',
	gone: '−',
	changed: '~',
	not_compared: '?',
};

function differenceLines(differences: Differences, state: AppState, width: number): readonly Line[] {
	switch (differences.kind) {
		case 'loading': {
			return [[{text: '   '}, spinner(state.turn), dim(' Reading back what was kept …')]];
		}

		case 'none': {
			return paragraph(differences.why, width, {indent: 3, style: {tone: 'dim'}});
		}

		case 'compared': {
			return differences.differences.length === 0
				? [[dim('   Nothing that was read is different.')]]
				: differences.differences.flatMap(({kind, sentence, controls}) =>
						paragraph(`${sentence}  (${controls.join(', ')})`, width, {
							indent: 5,
							lead: {text: `   ${signs[kind]}`, tone: kind === 'not_compared' ? 'warn' : 'plain'},
						}),
					);
		}
	}
}
