import type {Control} from '../types/control.ts';

/** What a person reads of a control before and after acting on it: the parts that are plain prose. */
export type Lesson = Pick<
	Control,
	| 'time'
	| 'description'
	| 'threat'
	| 'applicability'
	| 'lockOutWarnings'
	| 'sideEffects'
	| 'undo'
	| 'verify'
	| 'auditEvents'
	| 'apiNote'
>;
