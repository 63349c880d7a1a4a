import {type Binding, bindings, type Context} from './bindings.ts';

const places: {readonly [Name in Context]: string} = {
	start: 'start',
	controls: 'controls',
	learn: 'Learn',
	check: 'Check',
	gap: 'Gap',
	act: 'Act',
	question: 'questions in Act',
	verify: 'Verify',
	contents: 'guide',
	chapter: 'guide',
	news: 'changes',
	compliance: 'section 5',
	extras: 'beyond the guide',
	history: 'history',
	comparison: 'history',
	report: 'report',
	rescue: 'rescue sheet',
	values: 'values of a click',
	imported: 'imported file',
	importing: 'importing a file',
	help: 'help',
	findings: 'exempting',
	rows: 'registers',
	readings: 'comparing',
	waivers: 'waivers',
	form: 'forms',
	form_choice: 'forms',
	filter: 'filter',
	fix_choosing: 'fix',
	fix_waiting: 'fix',
	fix_confirming: 'fix',
	fix_whole: 'fix',
	fix_naming: 'fix',
	fix_ended: 'fix',
};

/** Key bindings that work in more places than this work everywhere, for a reader. */
const many = 8;

/** The keys of the wizard as a Markdown table, from the table that the wizard itself uses. */
export function keyReference(): string {
	return ['| Keys | Where | |', '|---|---|---|', ...bindings.map(row)].join('\n');
}

function row({keys, contexts, help}: Binding): string {
	const where = [...new Set(contexts.map(context => places[context]))];
	const keyWords = keys.map(key => `\`${key}\``).join(' ');
	return `| ${keyWords} | ${where.length > many ? 'everywhere' : where.join(', ')} | ${help} |`;
}
