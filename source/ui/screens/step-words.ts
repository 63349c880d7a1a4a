import type {ChangeStep} from '../../remediation/apply-one.ts';

/** What is under way with a change, before the name of what is changed. */
export const stepWords: {readonly [Step in ChangeStep]: string} = {
	recording: 'Writing down',
	reading: 'Reading once more',
	sending: 'Sending',
	verifying: 'Verifying by reading',
};
