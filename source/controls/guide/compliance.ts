import type {Compliance} from '../../types/guide.ts';

/** Section 5: the guide's quick reference as printed, our suggestion beside it (guide-facts E). */
export const compliance: Compliance = {
	soc2: [
		{
			framework: 'CC6.1',
			title: 'Logical access software and architecture protect information assets',
			printedControl: 'SSO/2FA',
			guideSection: '1.1',
			suggestedSections: ['1.1', '1.2', '3.1'],
			judgement: 'Fits. Two-factor (1.2) and service accounts (3.1) belong here too.',
		},
		{
			framework: 'CC6.2',
			title: 'Registers and authorizes users before issuing credentials, and removes them afterwards',
			printedControl: 'Organization roles',
			guideSection: '2.1',
			suggestedSections: ['1.3'],
			judgement:
				'Fits access requests (1.3) and off-boarding better. Roles (2.1) belong to CC6.3: roles, least privilege and segregation of duties.',
		},
		{
			framework: 'CC6.7',
			title: 'Restricts transmission, movement and removal of information',
			printedControl: 'Service accounts',
			guideSection: '3.1',
			suggestedSections: ['2.2', '3.2'],
			judgement:
				'Fits exports and public boards (2.2) and data governance (3.2) better. Service accounts (3.1) belong to CC6.1.',
		},
		{
			framework: 'CC7.2',
			title: 'Monitors system components for anomalies',
			printedControl: 'Activity logs',
			guideSection: '4.1',
			suggestedSections: ['4.1'],
			judgement: 'Fits.',
		},
	],
	nist80053: [
		{
			framework: 'IA-2',
			title: 'Identification and Authentication (Organizational Users)',
			printedControl: 'SSO',
			guideSection: '1.1',
			suggestedSections: ['1.1'],
			judgement: 'Fits.',
		},
		{
			framework: 'IA-2(1)',
			title: 'Multi-factor Authentication to Privileged Accounts',
			printedControl: '2FA',
			guideSection: '1.2',
			suggestedSections: ['1.2'],
			judgement:
				'Fits in part: the control covers all users, so IA-2(2), Multi-factor Authentication to Non-privileged Accounts, belongs beside it.',
		},
		{
			framework: 'AC-6',
			title: 'Least Privilege',
			printedControl: 'Organization roles',
			guideSection: '2.1',
			suggestedSections: ['2.1', '2.2'],
			judgement: 'Fits, and fits project access (2.2) as well.',
		},
		{
			framework: 'AU-2',
			title: 'Event Logging',
			printedControl: 'Activity logs',
			guideSection: '4.1',
			suggestedSections: ['4.1'],
			judgement: 'Fits. AU-6 (review) and AU-11 (retention) belong beside it.',
		},
	],
	leftOut:
		'The quick reference leaves out the controls 1.3, 2.2, 2.3 and 3.2, and of the NIST references that the controls carry IA-8, AC-2, AC-3, AC-6(1) and SC-12. CIS Controls have no table there at all.',
};
