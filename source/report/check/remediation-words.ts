import type {Remediation} from '../../types/rule.ts';

/** How a finding is mended, in a few words: `fix rotate-service-account`, `clicks 3.1.C4, 3.1.C5`. */
export function remediationWords(remediation: Remediation | null): string {
	if (remediation === null) {
		return 'no remedy known';
	}

	return remediation.kind === 'api' ? `fix ${remediation.fix}` : `clicks ${remediation.steps.join(', ')}`;
}
