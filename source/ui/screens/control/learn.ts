import {timeText} from '../../../controls/time-text.ts';
import type {Control, Correction, Mapping} from '../../../types/control.ts';
import {blank, type Line} from '../../lines/line.ts';
import {paragraph} from '../../lines/wrap.ts';
import type {AppState} from '../../state/app-state.ts';
import type {Frame} from '../frame.ts';
import {controlHeading, type Shown} from './control-frame.ts';
import {dotted} from './dotted.ts';
import {needLines, planLines} from './learn-needs.ts';
import {stageLine} from './stage-words.ts';

/** Stage Learn: what the control is for, what it takes, and where the guide has aged. A text, scrolled by line. */
export function learnFrame(state: AppState, shown: Shown): Frame {
	const {control} = shown;
	const width = Math.min(state.columns - 2, 92);
	const sections: readonly (readonly [string, readonly Line[]])[] = [
		['What it does', paragraph(control.description, width, {indent: 3})],
		['Why it matters', paragraph(control.threat, width, {indent: 3})],
		[
			'When it applies',
			control.applicability === null ? [] : paragraph(control.applicability, width, {indent: 3}),
		],
		[
			'Level and time',
			paragraph(`${levelText[control.level]} ${timeText(control.time)}.`, width, {indent: 3}),
		],
		['You need', needLines(state, shown, width)],
		['What your plan lacks', planLines(state, shown, width)],
		['What can lock people out', dotted(control.lockOutWarnings, width)],
		['What follows', dotted(control.sideEffects, width)],
		['How to undo it', dotted(control.undo, width)],
		['How to see that it worked', dotted(control.verify, width)],
		[
			'What the guide says that is no longer so',
			control.corrections.flatMap(correction => correctionLines(correction, width)),
		],
		['Frameworks', frameworkLines(control, width)],
		['What the API tells', paragraph(control.apiNote, width, {indent: 3})],
		[
			'Notes',
			dotted(
				(state.open?.session.notes.get(control.id) ?? []).map(
					note => `${note.at.slice(0, 10)}  ${note.text}`,
				),
				width,
			),
		],
	];
	const body = sections
		.filter(([, lines]) => lines.length > 0)
		.flatMap(([title, lines], index): readonly Line[] => [
			...(index === 0 ? [] : [blank]),
			[{text: ` ${title}`, bold: true}],
			...lines,
		]);
	return {
		heading: controlHeading(state, shown),
		lead: stageLine(state, shown),
		body,
		view: {kind: 'scroll', from: shown.screen.row},
		detail: [],
		cursor: null,
	};
}

const levelText: {readonly [Name in Control['level']]: string} = {
	L1: 'L1, the baseline for every organization.',
	L2: 'L2, what sensitive environments add to the baseline.',
};

function correctionLines(correction: Correction, width: number): readonly Line[] {
	return [
		...paragraph(correction.guideSays, width, {
			indent: 12,
			lead: {text: `   ${correction.line ?? 'missing'}`, tone: 'dim'},
			style: {tone: 'dim'},
		}),
		...paragraph(correction.truth, width, {
			indent: 12,
			lead: {text: correction.since === null ? '' : `   ${correction.since.slice(0, 7)}`, tone: 'dim'},
		}),
	];
}

const frameworkNames: {readonly [Name in Mapping['framework']]: string} = {
	cis: 'CIS',
	nist80053: 'NIST 800-53',
	soc2: 'SOC 2',
};

const fitWords: {readonly [Name in NonNullable<Mapping['fit']>]: string} = {
	good: 'fits well',
	fair: 'fits fairly',
	partial: 'fits in part',
	weak: 'fits weakly',
	mismatch: 'does not fit',
};

function frameworkLines(control: Control, width: number): readonly Line[] {
	return control.mappings.flatMap(mapping => {
		const origin =
			mapping.origin === 'suggested'
				? 'suggested'
				: `as printed${mapping.fit === null ? '' : `, ${fitWords[mapping.fit]}`}`;
		return paragraph(
			`${frameworkNames[mapping.framework]} ${mapping.id}  ${mapping.title} (${origin})`,
			width,
			{indent: 5, lead: {text: '   ·', tone: 'dim'}},
		);
	});
}
