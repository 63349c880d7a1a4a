import type {Control} from '../../types/control.ts';
import {clickGroups} from './clicks.ts';
import {corrections} from './corrections.ts';
import {lesson} from './lesson.ts';
import {mappings} from './mappings.ts';
import {quiz} from './quiz.ts';
import {rules} from './rules.ts';
import {prerequisites, steps} from './steps.ts';

/** Control 2.3 of the guide (guide-facts D 2.3). */
export const adminAccess: Control = {
	id: '2.3',
	slug: 'admin-access',
	title: 'Limit Admin Access',
	shortTitle: 'Admin access',
	section: 'Access Controls',
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
