import type {Control} from '../../types/control.ts';
import {clickGroups} from './clicks.ts';
import {corrections} from './corrections.ts';
import {lesson} from './lesson.ts';
import {mappings} from './mappings.ts';
import {quiz} from './quiz.ts';
import {rules} from './rules.ts';
import {prerequisites, steps} from './steps.ts';

/** Control 1.2 of the guide (guide-facts D 1.2). */
export const twoFactor: Control = {
	id: '1.2',
	slug: 'two-factor',
	title: 'Enforce Two-Factor Authentication',
	shortTitle: 'Two-factor',
	section: 'Authentication & SSO',
	level: 'L1',
	...lesson,
	prerequisites,
	steps,
	corrections,
	clickGroups,
	fieldMaps: [],
	mappings,
	quiz,
	rules,
};
