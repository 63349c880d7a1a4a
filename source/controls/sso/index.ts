import type {Control} from '../../types/control.ts';
import {clickGroups} from './clicks.ts';
import {corrections} from './corrections.ts';
import {fieldMaps} from './field-maps.ts';
import {lesson} from './lesson.ts';
import {mappings} from './mappings.ts';
import {quiz} from './quiz.ts';
import {rules} from './rules.ts';
import {prerequisites, steps} from './steps.ts';

/** Control 1.1 of the guide (guide-facts D 1.1). */
export const sso: Control = {
	id: '1.1',
	slug: 'sso',
	title: 'Configure SAML Single Sign-On',
	shortTitle: 'SAML single sign-on',
	section: 'Authentication & SSO',
	level: 'L1',
	...lesson,
	prerequisites,
	steps,
	corrections,
	clickGroups,
	fieldMaps,
	mappings,
	quiz,
	rules,
};
