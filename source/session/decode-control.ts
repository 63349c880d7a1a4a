import type {ControlId} from '../types/control.ts';
import {choice} from './field.ts';

/** The id of one of the guide's nine controls. */
export const control = choice<ControlId>({
	'1.1': '1.1',
	'1.2': '1.2',
	'1.3': '1.3',
	'2.1': '2.1',
	'2.2': '2.2',
	'2.3': '2.3',
	'3.1': '3.1',
	'3.2': '3.2',
	'4.1': '4.1',
});
