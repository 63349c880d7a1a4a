/**
Words that field names of an API are made of. A key of nothing but these says what an answer looks like and nothing
about whose it is; any other key may be a name, an address or an id that someone made a key of.
*/
const words = new Set(
	`2fa access account accounts action actions active activity add added address admin admins age ai alert alerts all
	allow allowed analyst api app apps approval approved archived at auth authentication auto avatar billing board boards
	by can cards category claim claimed classified client code color company config consumer count created creator csv
	currency cursor custom data date day days default definition definitions delete deleted denied description details
	disabled display domain domains drop dropped edit effective email emails enabled enforce enforced enforcement error
	errors event events example expires expire expired expiration expiry export external factor features field fields
	filter filters first flag flags from full global grant granted group groups guest has hidden hide history hour hours
	id ids identity idp index individual info integration internal invite invited invites invitation invitations iso
	is join joined key keys kind label labels last level limit limits link list local locale location locked log login
	logins logo mail managed manager max member members membership merged message meta metadata method methods mfa min
	minutes mobile mode modified name names new next no notes number of on option options org organization organizations
	owner owners owned page pages pagination parent password path pending people permission permissions phone plan platform
	policy preference preferences prefix previous privacy private profile project projects properties property provider
	public query read ready reason recovery region request requests require required resource resources restricted result
	results retention role roles rotated rotation saml scim schema scope search seat seats secret secure security seen
	sensitive sent server service session sessions setting settings shared sign signed size slug source spark sso state
	status string sub subscription summary supported tag tags team teams test tier time timeout timestamp timezone title to
	token tokens total transformed two type types union unique updated url urls usage use used user username users uuid
	valid value values verified verify version view views viewer visible visibility web with workspace workspaces write zone
	through off seconds twofactor`.split(/\s+/),
);

/** Whether a key is made of words of the trade alone: `is_two_factor_required`, `lastUsed`. `$email` and `Team` are not. */
export function isFieldName(key: string): boolean {
	if (!/^(?:2fa|[a-z])[\w-]{0,60}$/.test(key)) {
		return false;
	}

	const parts = key
		.replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, '_')
		.toLowerCase()
		.split(/[_-]/);
	return parts.every(part => words.has(part));
}
