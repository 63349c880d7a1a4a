import {count} from '../rule-kinds/count.ts';
import {whenSsoEnabled} from '../rule-kinds/exclusions.ts';
import {readRule} from '../rule-kinds/read-rule.ts';

/**
The organization-wide second factor. The fields of the answer are undocumented (mixpanel-api §6.1), so what is
read is shown and a person says what it means: one candidate is `unconfirmed`, none or several are `ambiguous`.
*/
export const organizationTwoFactor = readRule({
	id: 'organization-two-factor',
	title: 'Two-factor authentication is on for the organization',
	required: true,
	grade: 'provider',
	fact: 'twoFactor',
	reading: 'two_factor',
	validDays: 90,
	excludes: whenSsoEnabled,
	question: 'Is the switch on the card Two Factor Authentication on (purple)?',
	worthWriting: 'the switch as it stands, and what your own next login asked',
	clicks: ['1.2.C2', '1.2.C3'],
	judge({candidates}, _context, expected) {
		const [first] = candidates;
		if (first !== undefined && candidates.length === 1) {
			return {
				status: 'manual',
				reasonCode: 'unconfirmed',
				expected,
				actual: `${first.key} = ${first.value}`,
				reason: `Mixpanel reports ${first.key} = ${first.value}. What that field means is not documented: compare it with your screen.`,
			};
		}

		return {
			status: 'manual',
			reasonCode: 'ambiguous',
			expected,
			actual:
				first === undefined
					? 'no field speaks of two-factor'
					: `${count(candidates.length, 'field')} could mean it: ${candidates.map(({key, value}) => `${key} = ${value}`).join(', ')}`,
			reason: 'The answer does not say it clearly. Look at Settings → Org → Access Security → 2FA & SSO.',
		};
	},
});
