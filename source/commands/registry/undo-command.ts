import type {Command} from '../command.ts';
import {baseUrl, organization} from './shared-flags.ts';

/** `undo`, as a person calls it and as the help tells of it (contract §1). */
export const undoCommand: Command = {
	name: 'undo',
	summary: 'Take back a change this program made, after a preview',
	positionals: [],
	flags: [organization, baseUrl],
	examples: [{line: 'mixpanel-harden undo', does: 'Choose a change, see what follows, and take it back'}],
	load: () => import('../undo.ts'),
};
