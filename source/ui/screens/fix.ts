import type {BatchResult} from '../../remediation/apply-changes.ts';
import type {ChangeResult, ChangeStep} from '../../remediation/apply-one.ts';
import type {ChangePreview} from '../../remediation/change-plan.ts';
import {column, justify} from '../lines/fit.ts';
import {blank, dim, type Line} from '../lines/line.ts';
import {paragraph} from '../lines/wrap.ts';
import type {AppState} from '../state/app-state.ts';
import {canUndo, type Fix} from '../state/fix.ts';
import {badge} from './badge.ts';
import type {Frame} from './frame.ts';
import {bodyHeight} from './lay-out.ts';
import {spinner} from './spinner.ts';

const labelWidth = 15;

/** A fix before the send, while it runs, and at its end: what is changed, what follows, how it is undone (screens.md). */
export function fixFrame(state: AppState, fix: Fix): Frame {
	const width = Math.min(state.columns - 2, 92);
	switch (fix.kind) {
		case 'choosing': {
			const note =
				fix.limit === 1
					? 'The first time one property is classified alone, so that you see what it does before more follow.'
					: 'Space chooses, Enter goes on with what is chosen.';
			const intro = [...paragraph(note, width, {indent: 1, style: {tone: 'dim'}}), blank];
			const rows = fix.resources.map(({name, id}, index): Line => {
				const selected = index === fix.row;
				return [
					{text: selected ? ' ❯ ' : '   ', tone: 'accent'},
					{text: fix.chosen.has(id) ? '◉ ' : '○ ', tone: fix.chosen.has(id) ? 'accent' : 'plain'},
					{text: column(name, 32), ...(selected ? {tone: 'accent', bold: true} : {})},
					dim(`  ${id.split(':').slice(0, 2).join(' · ')}`),
				];
			});
			const focus = intro.length + fix.row;
			return frame(state, 'Classify properties', [...intro, ...rows], {from: focus, to: focus + 1});
		}

		case 'planning': {
			return frame(state, 'Before anything is sent', [
				[{text: ' '}, spinner(state.turn), {text: ` ${fix.what} …`}],
			]);
		}

		case 'confirming': {
			return confirmFrame(state, fix, width);
		}

		case 'running': {
			const words = `${stepWords[fix.step]} ${fix.subject} (${fix.index + 1} of ${fix.of})`;
			const stopping = fix.isStopping
				? [blank, [dim(' What is under way is waited for; nothing more is begun.')]]
				: [];
			return frame(state, 'Changing', [
				[{text: ' '}, spinner(state.turn), {text: ` ${words} …`}],
				...stopping,
			]);
		}

		case 'ended': {
			return frame(state, 'What was done', resultLines(fix.result, width));
		}
	}
}

const stepWords: {readonly [Name in ChangeStep]: string} = {
	recording: 'Writing down',
	reading: 'Reading once more',
	sending: 'Sending',
	verifying: 'Verifying by reading',
};

function frame(state: AppState, title: string, body: readonly Line[], focus = {from: 0, to: 1}): Frame {
	const mark = state.open === null ? [] : [badge(state.open.target)];
	return {
		heading: [
			justify([{text: ` ${title}`, bold: true}], mark, state.columns - 1),
			[dim(` ${state.open?.label ?? ''}`)],
		],
		body,
		view: {kind: 'focus', ...focus},
		detail: [],
		cursor: null,
	};
}

function confirmFrame(state: AppState, fix: Extract<Fix, {kind: 'confirming'}>, width: number): Frame {
	const [first, ...more] = fix.plans;
	const {preview} = first;
	const previews = [preview, ...more.map(plan => plan.preview)];
	const lines = [
		...paragraph(preview.where, width, {indent: 1, style: {tone: 'dim'}}),
		blank,
		...previews.flatMap(each => changeLines(each, width)),
		blank,
		...labelled('What follows', preview.consequences.join(' '), width),
		...labelled('Undo', preview.undo, width),
		...(fix.isWhole ? previews : [preview]).flatMap(({sends}) => [
			...labelled('Sends', sends[0], width),
			...labelled('', sends[1], width),
		]),
		...fix.refused.flatMap(why => labelled('Left out', why, width)),
		blank,
	];
	const yes = fix.plans.length === 1 ? preview.yes : `Yes, change these ${fix.plans.length}`;
	const answers = [answerLine(preview.no, fix.answer === 'no'), answerLine(yes, fix.answer === 'yes')];
	const drawn = frame(state, fix.plans.length === 1 ? preview.heading : `${fix.plans.length} changes`, [
		...lines,
		...answers,
	]);
	const rest = drawn.body.length - bodyHeight(drawn, state.columns, state.rows) - fix.scroll;
	const [title = blank, label = blank] = drawn.heading;
	return {
		...drawn,
		heading: [
			title,
			rest > 0 ? justify(label, [{text: '↓ there is more', tone: 'accent'}], state.columns - 1) : label,
		],
		view: {kind: 'scroll', from: fix.scroll},
	};
}

function changeLines({subject, now, after}: ChangePreview, width: number): readonly Line[] {
	return [
		...paragraph(subject, width, {indent: 1, style: {bold: true}}),
		...labelled('Now', now, width),
		...labelled('After', after, width),
	];
}

function labelled(label: string, content: string, width: number): readonly Line[] {
	return paragraph(content, width, {indent: labelWidth, lead: dim(` ${label}`)});
}

function answerLine(words: string, selected: boolean): Line {
	return [
		{text: selected ? ' ❯ ' : '   ', tone: 'accent'},
		{text: words, ...(selected ? {tone: 'accent', bold: true} : {})},
	];
}

function resultLines(result: BatchResult, width: number): readonly Line[] {
	if (result.kind === 'refused') {
		return paragraph(result.why, width, {indent: 1, style: {tone: 'bad'}});
	}

	return [
		...result.done.flatMap(each => outcomeLines('✔', 'good', each, width)),
		...(result.failed === null ? [] : outcomeLines('✖', 'bad', result.failed, width)),
		...result.notTried.flatMap(plan =>
			paragraph(`${plan.preview.subject}: not tried.`, width, {indent: 3, lead: dim(' –')}),
		),
		...(result.isCancelled ? [blank, [dim(' Stopped because you said so.')]] : []),
		blank,
		...paragraph(
			canUndo(result)
				? 'Enter goes back and reads again; u takes the last change back.'
				: 'Enter goes back and reads again.',
			width,
			{indent: 1, style: {tone: 'dim'}},
		),
	];
}

function outcomeLines(
	mark: string,
	tone: 'good' | 'bad',
	result: ChangeResult,
	width: number,
): readonly Line[] {
	return [
		...paragraph(`${result.plan.preview.subject}: ${result.detail}`, width, {
			indent: 3,
			lead: {text: ` ${mark}`, tone},
		}),
		...result.differences.flatMap(({field, expected, found}) =>
			paragraph(`${field}: ${String(expected)} was expected, ${String(found)} was found`, width, {
				indent: 5,
				style: {tone: 'dim'},
			}),
		),
		...(result.problem === null
			? []
			: paragraph(`${result.problem.message} ${result.problem.why} ${result.problem.next}`, width, {
					indent: 5,
					style: {tone: 'bad'},
				})),
	];
}
