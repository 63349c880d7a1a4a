import type {Control} from '../../types/control.ts';
import {clickGroups} from './clicks.ts';
import {corrections} from './corrections.ts';
import {lesson} from './lesson.ts';
import {mappings} from './mappings.ts';
import {quiz} from './quiz.ts';
import {rules} from './rules.ts';
import {prerequisites, steps} from './steps.ts';

/** Control 3.2 (guide-facts 3.2): who sees which data, what is never collected, and how it is deleted on request. */
export const dataGovernance: Control = {
	id: '3.2',
	slug: 'data-governance',
	title: 'Configure Data Governance',
	shortTitle: 'Data governance',
	section: 'Data Security',
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
