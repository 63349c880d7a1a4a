/** Who accepts a gap, until when and why; who answers for it is named where somebody else wrote it down. */
export function acceptedWords(
	what: 'Waived' | 'Exempted',
	{
		expires,
		by,
		owner,
		reason,
	}: {readonly expires: string; readonly by: string; readonly owner: string; readonly reason: string},
): string {
	const answers = owner === by ? '' : `; ${owner} answers`;
	return `${what} until ${expires} by ${by}${answers}: ${reason}`;
}
