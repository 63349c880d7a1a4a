import type {Control} from '../../types/control.ts';
import {clickGroups} from './clicks.ts';
import {corrections} from './corrections.ts';
import {lesson} from './lesson.ts';
import {mappings} from './mappings.ts';
import {quiz} from './quiz.ts';
import {rules} from './rules.ts';
import {prerequisites, steps} from './steps.ts';

/** Control 2.1 of the guide (guide-facts D 2.1). */
export const organizationRoles: Control = {
	id: '2.1',
	slug: 'organization-roles',
	title: 'Configure Organization Roles',
	shortTitle: 'Organization roles',
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
