import {besideRule} from '../rule-kinds/beside-rule.ts';
import {count} from '../rule-kinds/count.ts';

/**
Advice: SCIM takes leavers out by itself. That its users are answered shows that it is switched on (mixpanel-api §6.4);
whether the identity provider really provisions is seen there alone.
*/
export const scimProvisioning = besideRule({
	id: 'scim-provisioning',
	source: 'api',
	grade: 'documented',
	fact: 'scimUsers',
	title: 'SCIM provisions and removes users',
	required: false,
	plan: {
		name: 'enterprise',
		without: 'Until then remove leavers by hand, on the day they leave (control 2.1).',
	},
	validDays: 90,
	question: 'Is SCIM set up in the tab SCIM, and does the identity provider report successful provisioning?',
	worthWriting: 'the last run of provisioning: when, how many users, which errors',
	look: () =>
		'Look at Settings → Org → Access Security → SCIM, and at the provisioning log of the identity provider. With its token, given by i in the wizard or as MIXPANEL_SCIM_TOKEN, SCIM is asked itself.',
	clicks: ['1.1.C13'],
	judge: ({total}, _context, expected) => ({
		status: 'pass',
		expected,
		actual: total === null ? 'SCIM answers' : `SCIM answers, ${count(total, 'user')}`,
		reason: 'SCIM is switched on and takes its token. Look at the identity provider for failed provisioning.',
	}),
});
