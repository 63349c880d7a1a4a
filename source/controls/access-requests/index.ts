import type {Control} from '../../types/control.ts';
import {clickGroups} from './clicks.ts';
import {corrections} from './corrections.ts';
import {lesson} from './lesson.ts';
import {mappings} from './mappings.ts';
import {quiz} from './quiz.ts';
import {rules} from './rules.ts';
import {prerequisites, steps} from './steps.ts';

/** Control 1.3 of the guide (guide-facts D 1.3). */
export const accessRequests: Control = {
	id: '1.3',
	slug: 'access-requests',
	title: 'Configure Access Request Workflow',
	shortTitle: 'Access requests',
	section: 'Authentication & SSO',
	level: 'L2',
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
