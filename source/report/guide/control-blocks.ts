import {timeText} from '../../controls/time-text.ts';
import type {Control, Correction, GuideLine, Mapping, QuizQuestion} from '../../types/control.ts';
import {
	type Block,
	type Detail,
	detail,
	type Entry,
	entry,
	group,
	heading,
	list,
	paragraph,
} from './block.ts';
import {clickBlocks} from './click-blocks.ts';
import {frameworkNames, levelNames} from './words.ts';

/** One control, whole: why, what the guide asks, what is true today, the exact steps, and how to tell that it worked. */
export function controlBlocks(control: Control): readonly Block[] {
	return [
		heading(2, `${control.id} ${control.title}`),
		paragraph(
			`${control.section} · ${levelNames[control.level]} · ${timeText(control.time)} · ${control.slug}`,
		),
		paragraph(control.description),
		paragraph(`Why it matters: ${control.threat}`),
		...(control.applicability === null ? [] : [paragraph(`When it applies: ${control.applicability}`)]),
		...group(3, 'You need', [{kind: 'entries', entries: prerequisites(control)}]),
		...group(
			3,
			'What the guide asks',
			control.steps.flatMap(step => [
				heading(4, `${step.id} ${step.title}`),
				{
					kind: 'entries',
					entries: step.lines.map(line => lineEntry(line, control.corrections)),
				} satisfies Block,
			]),
		),
		...group(3, 'What the guide leaves out or gets wrong', [
			{kind: 'entries', entries: leftOut(control.corrections)},
		]),
		...clickBlocks(control),
		...group(3, 'Careful', [list(control.lockOutWarnings)]),
		...group(3, 'What else changes', [list(control.sideEffects)]),
		...group(3, 'Undo', [list(control.undo)]),
		...group(3, 'How to tell that it worked', [list(control.verify)]),
		...group(3, 'In the audit log', [list(control.auditEvents)]),
		...group(3, 'What the API can tell', [paragraph(control.apiNote)]),
		...group(3, 'Rules that judge it', [{kind: 'entries', entries: ruleEntries(control)}]),
		...group(3, 'Mappings', [{kind: 'entries', entries: control.mappings.map(mappingEntry)}]),
		...group(3, 'Test yourself', [{kind: 'entries', entries: control.quiz.map(quizEntry)}]),
	];
}

function prerequisites({prerequisites, corrections}: Control): readonly Entry[] {
	return prerequisites.map(({id, text, addedByUs}) =>
		entry(id, addedByUs ? `${text} (not in the guide)` : text, today(id, corrections)),
	);
}

function lineEntry({id, text, items, rules}: GuideLine, corrections: readonly Correction[]): Entry {
	return entry(id, text, [
		...items.flatMap(item => [detail(item.id, item.text), ...today(item.id, corrections)]),
		...today(id, corrections),
		detail(rules.length === 1 ? 'Rule' : 'Rules', rules.join(', ')),
	]);
}

/** What is true today of a line of the guide. */
function today(line: string, corrections: readonly Correction[]): readonly (Detail | null)[] {
	return corrections
		.filter(correction => correction.line === line)
		.map(({id, truth, since}) => detail(since === null ? `Today [${id}]` : `Since ${since} [${id}]`, truth));
}

function leftOut(corrections: readonly Correction[]): readonly Entry[] {
	return corrections.filter(({line}) => line === null).map(({id, truth}) => entry(id, truth));
}

function ruleEntries({rules}: Control): readonly Entry[] {
	return rules.map(({id, title, required, source}) =>
		entry(id, `${title} (${required ? 'required' : 'advice'}, ${source})`),
	);
}

function mappingEntry({framework, id, title, origin, fit}: Mapping): Entry {
	const judgement =
		origin === 'suggested' ? 'suggested by us' : `as the guide has it; fit: ${fit ?? 'not judged'}`;
	return entry(`${frameworkNames[framework]} ${id}`, `${title} (${judgement})`);
}

function quizEntry({id, question, choices, answer, explanation}: QuizQuestion): Entry {
	const letter = (index: number): string => String.fromCharCode('a'.charCodeAt(0) + index);
	return entry(id, question, [
		...choices.map((choice, index) => detail(letter(index), choice)),
		detail('Answer', `${letter(answer)}. ${explanation}`),
	]);
}
