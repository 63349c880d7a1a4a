import type {Control} from '../../types/control.ts';
import {clickGroups} from './clicks.ts';
import {corrections} from './corrections.ts';
import {lesson} from './lesson.ts';
import {mappings} from './mappings.ts';
import {quiz} from './quiz.ts';
import {rules} from './rules.ts';
import {prerequisites, steps} from './steps.ts';

/** Control 3.1 (guide-facts 3.1): keys for programs that expire, are used, and reach no further than they must. */
export const serviceAccounts: Control = {
	id: '3.1',
	slug: 'service-accounts',
	title: 'Configure Service Account Security',
	shortTitle: 'Service accounts',
	section: 'Data Security',
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
