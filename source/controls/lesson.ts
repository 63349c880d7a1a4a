import type {Control} from '../types/control.ts';

/** The parts of a control that teach: what it is for, what can go wrong, how to undo and how to verify. */
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
