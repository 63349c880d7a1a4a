import type {Control} from '../../types/control.ts';
import {clickGroups} from './clicks.ts';
import {corrections} from './corrections.ts';
import {lesson} from './lesson.ts';
import {mappings} from './mappings.ts';
import {quiz} from './quiz.ts';
import {rules} from './rules.ts';
import {prerequisites, steps} from './steps.ts';

/** Control 2.2 of the guide (guide-facts D 2.2). */
export const projectAccess: Control = {
	id: '2.2',
	slug: 'project-access',
	title: 'Configure Project Access',
	shortTitle: 'Project access',
	section: 'Access Controls',
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
