import type {ControlId} from '../types/control.ts';

/** Why each control stands where it does in the order that avoids rework, as words that follow its name (guide-facts D). */
const reasons: {readonly [Id in ControlId]: string} = {
	'4.1': 'an export keeps the evidence before the log forgets it',
	'2.3': 'two safe Owners come before every other change',
	'1.1': 'DNS can take a day, so this wait starts early',
	'1.2': 'a second factor comes before anybody is given more access',
	'1.3': 'who gets in is decided before what they may do',
	'2.1': 'roles and teams come before the projects they open',
	'2.2': 'the teams are there, now the projects they open',
	'3.1': 'people are settled, now the keys of machines',
	'3.2': 'it comes last, when it is known who needs which data',
};

/**
Why a control is next. `waits`: all that is left waits for somebody; `ends`: the ISO day on which its waiver ends, which
is all it is about; null for neither.
*/
export function whyNext(
	control: ControlId,
	{waits, ends}: {readonly waits: boolean; readonly ends: string | null},
): string {
	if (ends !== null) {
		return `its waiver ends on ${ends}: mend it, or renew the waiver`;
	}

	return waits ? 'all that is left waits; see whether the answer has come' : reasons[control];
}
