import type {Context} from './binding.ts';

/** Contexts that have something in common. */
export const places: readonly Context[] = ['compliance', 'extras', 'history', 'comparison', 'report'];
export const lists: readonly Context[] = [
	'start',
	'controls',
	'check',
	'gap',
	'act',
	'question',
	'contents',
	'compliance',
	'extras',
	'history',
	'values',
];
export const texts: readonly Context[] = [
	'learn',
	'verify',
	'chapter',
	'news',
	'comparison',
	'report',
	'rescue',
	'imported',
	'help',
];
export const stages: readonly Context[] = ['learn', 'check', 'gap', 'act', 'question', 'verify'];
/** Stages from which Enter goes on to the next one. It ticks and records nothing, so that one held down does no harm. */
export const steps: readonly Context[] = ['learn', 'check', 'gap'];
export const rules: readonly Context[] = ['check', 'gap'];
export const everywhere: readonly Context[] = [...lists, ...texts];
/** Lists of rows over a screen, from which forms are opened. */
export const pickings: readonly Context[] = ['findings', 'rows', 'readings', 'waivers'];
export const fixLists: readonly Context[] = ['fix_choosing', 'fix_confirming', 'fix_whole'];
export const fixes: readonly Context[] = [...fixLists, 'fix_waiting', 'fix_ended'];
/** A form, on a field of either kind. */
export const forms: readonly Context[] = ['form', 'form_choice'];
/** Contexts in which letters are text. */
export const typing: readonly Context[] = [...forms, 'filter', 'fix_naming'];
