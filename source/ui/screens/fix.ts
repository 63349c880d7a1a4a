import type {BatchResult} from '../../remediation/apply-changes.ts';
import type {ChangeResult} from '../../remediation/apply-one.ts';
import {type BatchPreview, batchPreview} from '../../remediation/batch-preview.ts';
import {column, fitMiddle, justify, lineWidth, widthOf} from '../lines/fit.ts';
import {blank, dim, type Line} from '../lines/line.ts';
import {paragraph} from '../lines/wrap.ts';
import {wrapCode} from '../lines/wrap-code.ts';
import type {AppState} from '../state/app-state.ts';
import {canUndo, type Fix} from '../state/fixes/fix.ts';
import {badge} from './badge.ts';
import type {Frame} from './frame.ts';
import {bodyHeight} from './lay-out.ts';
import {spinner} from './spinner.ts';
import {stepWords} from './step-words.ts';

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
			const projects = projectNames(state);
			const nameWidth = Math.min(32, Math.floor(width * 0.42));
			const rows = fix.resources.map(({name, id}, index): Line => {
				const selected = index === fix.row;
				const [project = '', kind = ''] = id.split(':');
				return [
					{text: selected ? ' ❯ ' : '   ', tone: 'accent'},
					{text: fix.chosen.has(id) ? '◉ ' : '○ ', tone: fix.chosen.has(id) ? 'accent' : 'plain'},
					{text: column(name, nameWidth), ...(selected ? {tone: 'accent', bold: true} : {})},
					dim(`  ${placeWords(projects.get(project), project, kind, width - nameWidth - 8)}`),
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

		case 'naming': {
			return namingFrame(state, fix, width);
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
	const [first] = fix.plans;
	const {preview} = first;
	const batch = batchPreview(fix.plans);
	const lines = [
		...batch.changes.flatMap(each => changeLines(each, width)),
		blank,
		...labelled('What follows', batch.consequences.join(' '), width),
		...labelled('Undo', preview.undo, width),
		...(fix.isWhole ? fix.plans : [first]).flatMap(({preview: {sends}}) => [
			...code('Sends', sends[0], width),
			...code('', sends[1], width),
		]),
		...fix.refused.flatMap(why => labelled('Left out', why, width)),
		blank,
	];
	const yes = fix.plans.length === 1 ? preview.yes : `Yes, change these ${fix.plans.length}`;
	const answers = [answerLine(preview.no, fix.answer === 'no'), answerLine(yes, fix.answer === 'yes')];
	const title = fix.plans.length === 1 ? preview.heading : `${fix.plans.length} changes`;
	const drawn = frame(state, title, [...lines, ...answers]);
	// Organization, id, region and the project all share, once.
	const where = paragraph(batch.where, state.columns - 2, {indent: 1, style: {tone: 'dim'}});
	const heading = [...drawn.heading.slice(0, 1), ...where];
	// The row above the footer tells of the rest, unless a message lies over it.
	const rest = drawn.body.length - bodyHeight({...drawn, heading}, state.columns, state.rows) - fix.scroll;
	return {
		...drawn,
		heading:
			rest > 0 && state.message !== null
				? withMark(heading, [{text: '↓ there is more', tone: 'accent'}], state.columns)
				: heading,
		view: {kind: 'scroll', from: fix.scroll},
	};
}

/** The mark at the end of the last line of a heading, or on a line of its own where it has no room. */
function withMark(heading: readonly Line[], mark: Line, columns: number): readonly Line[] {
	const last = heading.at(-1) ?? blank;
	return lineWidth(last) + lineWidth(mark) + 2 < columns
		? [...heading.slice(0, -1), justify(last, mark, columns - 1)]
		: [...heading, justify([], mark, columns - 1)];
}

function namingFrame(state: AppState, fix: Extract<Fix, {kind: 'naming'}>, width: number): Frame {
	const target = state.open?.target;
	const before = fix.text.graphemes.slice(0, fix.text.cursor).join('');
	const lines = [
		...paragraph('What is sent now changes a real organization, for everyone in it.', width, {indent: 1}),
		blank,
		...(target === undefined || target.kind === 'byHand'
			? []
			: [...labelled('Organization', target.name, width), ...labelled('Id', target.organizationId, width)]),
		...(target?.kind === 'live'
			? [
					...labelled('Region', target.region.toUpperCase(), width),
					[{text: ' PRODUCTION', bold: true, tone: 'bad'} as const],
				]
			: []),
		blank,
		...paragraph('Type the name of the organization to go on. It is asked once a visit.', width, {indent: 1}),
	];
	const problem =
		fix.problem === null ? [] : paragraph(fix.problem, width, {indent: 3, style: {tone: 'bad'}});
	const drawn = frame(
		state,
		'Before the first change',
		[...lines, [{text: ' ❯ ', tone: 'accent'}, {text: fix.text.graphemes.join('')}], ...problem],
		{from: lines.length, to: lines.length + 1 + problem.length},
	);
	return {...drawn, cursor: {line: lines.length, column: Math.min(3 + widthOf(before), state.columns - 1)}};
}

/** Names of the projects the key reaches, by id. */
function projectNames({open}: AppState): ReadonlyMap<string, string> {
	const identity = open?.facts.identity;
	const projects = identity?.outcome === 'ok' ? identity.value.projects : [];
	return new Map(projects.map(({id, name}) => [id, name]));
}

/** `Shop Production (9100001) · User`, the name cut in the middle where there is no room for it. */
function placeWords(name: string | undefined, project: string, kind: string, room: number): string {
	const rest = name === undefined ? `${project} · ${kind}` : ` (${project}) · ${kind}`;
	return name === undefined ? rest : `${fitMiddle(name, Math.max(room - rest.length, 6))}${rest}`;
}

function changeLines({subject, now, after}: BatchPreview['changes'][number], width: number): readonly Line[] {
	return [
		...paragraph(subject, width, {indent: 1, style: {bold: true}}),
		...labelled('Now', now, width),
		...labelled('After', after, width),
	];
}

function labelled(label: string, content: string, width: number): readonly Line[] {
	return paragraph(content, width, {indent: labelWidth, lead: dim(` ${label}`)});
}

/** Like `labelled`, for what is sent letter by letter. */
function code(label: string, content: string, width: number): readonly Line[] {
	return wrapCode(content, Math.max(width - labelWidth, 8)).map((row, index) => [
		index === 0 ? dim(` ${label}`.padEnd(labelWidth)) : {text: ' '.repeat(labelWidth)},
		{text: row},
	]);
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
