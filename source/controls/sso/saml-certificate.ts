import type {SamlCertificate} from '../../types/evidence-facts.ts';
import type {Measurement} from '../../types/rule.ts';
import {besideRule} from '../rule-kinds/beside-rule.ts';
import {count} from '../rule-kinds/count.ts';
import {daysSince} from '../rule-kinds/days.ts';
import {whenSsoDisabled} from '../rule-kinds/exclusions.ts';

/**
Advice: Mixpanel sends no notice before the certificate of the identity provider ends (mixpanel-api §6.4), and then
nobody gets in through SSO. Of several the one that ends last counts, since a renewal stands beside what it replaces;
one whose time has not come counts only when there is no other.
*/
export const samlCertificateExpiry = besideRule({
	id: 'saml-certificate-expiry',
	source: 'cert',
	grade: null,
	fact: 'samlCertificates',
	title: 'The SAML certificate lasts long enough',
	required: false,
	plan: {
		name: 'growth',
		without: "Until then require Mixpanel's own two-factor authentication (control 1.2).",
	},
	validDays: null,
	excludes: whenSsoDisabled,
	question: 'Does the SAML certificate last for more than 60 days from today, or those of your policy?',
	worthWriting: 'the day it ends, and where you read that',
	look: () =>
		'Look up the expiry date of the signing certificate in the identity provider; Mixpanel sends no notice. i in the wizard, or `check --saml-certificate FILE`, reads it from a file.',
	clicks: ['1.1.C11'],
	judge(certificates, {now, policy}) {
		const expected = `a certificate with more than ${policy.certificateDays} days left`;
		const latest = lastOf(certificates, now);
		if (latest === undefined) {
			return {
				status: 'unknown',
				reasonCode: 'unreadable',
				expected,
				actual: 'no certificate',
				reason: 'The file held no certificate.',
			};
		}

		const actual = wordsOf(latest, certificates, now);
		const daysLeft = -(daysSince(latest.validTo, now) ?? 0);
		const failing = (message: string, reason: string): Measurement => ({
			status: 'fail',
			findings: [],
			expected,
			actual,
			reason,
			short: message,
		});
		if (Date.parse(latest.validFrom) > now.getTime()) {
			return failing(
				`is not valid before ${latest.validFrom.slice(0, 10)}`,
				'Logins that are signed with it are refused until then.',
			);
		}

		if (daysLeft <= 0) {
			return failing(
				`ended on ${latest.validTo.slice(0, 10)}`,
				'Once it has ended nobody gets in through SSO but Owners and Admins with a password.',
			);
		}

		return daysLeft > policy.certificateDays
			? {status: 'pass', expected, actual, reason: 'There is time to renew it. Mixpanel sends no notice.'}
			: failing(
					`ends in ${count(Math.floor(daysLeft), 'day')}, on ${latest.validTo.slice(0, 10)}`,
					'Renew it in the identity provider and in Mixpanel before it ends: Mixpanel sends no notice.',
				);
	},
});

function lastOf(certificates: readonly SamlCertificate[], now: Date): SamlCertificate | undefined {
	const begun = certificates.filter(({validFrom}) => Date.parse(validFrom) <= now.getTime());
	return (begun.length === 0 ? certificates : begun)
		.toSorted((one, other) => Date.parse(one.validTo) - Date.parse(other.validTo))
		.at(-1);
}

/** The one that counts, and every other. */
function wordsOf(latest: SamlCertificate, all: readonly SamlCertificate[], now: Date): string {
	const described = (certificate: SamlCertificate): string =>
		`${certificate.subject}, from ${certificate.validFrom.slice(0, 10)} to ${certificate.validTo.slice(0, 10)}`;
	const others = all.filter(certificate => certificate !== latest);
	const days = Math.floor(-(daysSince(latest.validTo, now) ?? 0));
	const left = days >= 0 ? `${count(days, 'day')} left` : 'ended';
	return [
		`${described(latest)} (${left}; SHA-256 ${latest.fingerprint.slice(0, 23)}…)`,
		...others.map(certificate => `beside it ${described(certificate)}`),
	].join('; ');
}
