import type {ControlResult} from '../types/assessment.ts';
import type {Basis, Status, UnknownReason} from '../types/verdict.ts';
import type {JudgedRule} from './measured-result.ts';

/** From the weakest on. */
const strength: readonly (Basis | null)[] = ['attested', 'confirmed', 'verified'];

const unknownWords: {readonly [Name in UnknownReason]: string} = {
	denied: 'refused to this key',
	not_found: 'not found',
	unreadable: 'unreadable',
	timeout: 'timed out',
	network: 'not reached',
	partial: 'read in part',
};

/** A control's status, basis and short reason from its required rules; advice has no say (contract §2). */
export function controlVerdict(
	judged: readonly JudgedRule[],
): Pick<ControlResult, 'status' | 'basis' | 'reason'> {
	const required = judged.filter(({result}) => result.required);
	const status = controlStatus(required.map(({result}) => result.status));
	const deciding = required.filter(({result}) => result.status === status);
	const bases = deciding.map(({result}) => result.basis);
	const known = status !== 'unknown' && status !== 'manual';
	return {
		status,
		basis: known ? (strength.find(basis => bases.includes(basis)) ?? null) : null,
		reason: controlReason(status, deciding, required),
	};
}

function controlStatus(statuses: readonly Status[]): Status {
	const first = (['fail', 'unknown', 'manual'] as const).find(status => statuses.includes(status));
	return first ?? (statuses.every(status => status === 'not_applicable') ? 'not_applicable' : 'pass');
}

function controlReason(
	status: Status,
	deciding: readonly JudgedRule[],
	required: readonly JudgedRule[],
): string {
	const applicable = required.filter(({result}) => result.status !== 'not_applicable').length;
	switch (status) {
		case 'fail': {
			const shown = deciding.slice(0, 3).map(({short}) => short);
			return deciding.length > 3 ? `${shown.join(', ')} and ${deciding.length - 3} more` : shown.join(', ');
		}

		case 'unknown': {
			return `${deciding.length} of ${applicable} ${unknownReason(deciding)}`;
		}

		case 'manual': {
			const passed = required.filter(({result}) => result.status === 'pass').length;
			return `${passed} of ${applicable} decided`;
		}

		case 'not_applicable': {
			return deciding[0]?.result.reason ?? 'no rule applies';
		}

		case 'pass': {
			const rest = required.length - applicable;
			return `${applicable === 1 ? 'passes' : `all ${applicable} pass`}${rest === 0 ? '' : `, ${rest} not applicable`}`;
		}
	}
}

/** The common cause in words, or just `unknown` when there are several. */
function unknownReason(deciding: readonly JudgedRule[]): string {
	const words = new Set(
		deciding.map(({result}) =>
			Object.entries(unknownWords)
				.flatMap(([code, word]) => (code === result.reasonCode ? [word] : []))
				.join(''),
		),
	);
	const [word] = words;
	return words.size === 1 && word !== undefined && word !== '' ? word : 'unknown';
}
