import type {Control} from '../../types/control.ts';
import {clickGroups} from './clicks.ts';
import {corrections} from './corrections.ts';
import {lesson} from './lesson.ts';
import {mappings} from './mappings.ts';
import {quiz} from './quiz.ts';
import {rules} from './rules.ts';
import {prerequisites, steps} from './steps.ts';

/** Control 4.1 (guide-facts 4.1): the audit log is always on; keeping and reading it is the work. */
export const activityLogs: Control = {
	id: '4.1',
	slug: 'activity-logs',
	title: 'Configure Activity Logs',
	shortTitle: 'Activity logs',
	section: 'Monitoring & Compliance',
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
