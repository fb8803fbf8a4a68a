/** Answers of `/api`. Made by `npm run api-types` from server/Web/OpenApi/api.json; not to be edited. */

/** Who says so: where in the plan a feature or one of its attributes stands; rule is a code of gis-data/catalogue/rules.json. */
export type Citation = {
  plan: string;
  part: number | null;
  chapter: number | null;
  section: number | null;
  box: string | null;
  item: number | null;
  paragraph: string;
  attribute: string | null;
  basis: "stated" | "derived";
  rule: string | null;
};

/** A target of the plan; value in unit (vocabulary unit), null where the plan names the indicator without a figure. */
export type Target = {
  indicator: string;
  horizon: number | null;
  comparator: string;
  value: number | null;
  unit: string;
  paragraph: string;
  nature?: string | null;
  note_zh?: string | null;
  note_en?: string | null;
  citation?: Citation;
};

export type TargetSubject = {
  kind: string;
  code: string;
  /** Of a feature. */
  collection?: string;
};

/** A target with whose it is. */
export type PlanTarget = Target & {
  subject: TargetSubject;
};

export type Targets = {
  revision: number;
  /** The terms of the vocabulary indicator in their order; parent is the theme. */
  indicators: VocabularyTerm[];
  targets: PlanTarget[];
};

/** A member a file of the package's catalogue, as it stands there; vocabularies by name. A package may have more files than these. */
export type Catalogue = {
  revision: number;
  /** The same as long as the catalogue is the same; the revision rises with every change of the plan. */
  hash: string;
  vocabularies: Record<string, Vocabulary>;
  layers: Collections;
  /** The style table, absent where the package has none; its schema is gis-data/catalogue/schema/symbols.schema.json. */
  symbols?: Record<string, unknown>;
  rules: {
    rules: CatalogueRule[];
  };
  plans: {
    plans: CataloguePlan[];
  };
  product: CatalogueProduct;
  /** The members that were left out and that the package has. */
  omitted?: string[];
  /** Absent where the package has none. */
  profiles?: {
    profiles: CatalogueProfile[];
  };
  [property: string]: unknown;
};

/** The same words in Chinese and English, and in the languages of investors where there are any. */
export type Words = {
  zh: string;
  en: string;
  ja?: string;
  ko?: string;
};

/** A list of codes; the order of the terms is the order of the vocabulary. */
export type Vocabulary = {
  vocabulary: string;
  title: Words;
  source: string;
  /** The vocabulary that the parents of its terms are of. */
  parent?: string;
  terms: VocabularyTerm[];
  [property: string]: unknown;
};

/** Names of a feature and, where somebody wrote one, a summary with its place: of a feature (kind feature) or a term (kind is its vocabulary), in the languages of investors. */
export type CatalogueProfile = {
  kind: string;
  code: string;
  name_ja?: string;
  name_ko?: string;
  summary_zh?: string;
  summary_en?: string;
  summary_ja?: string;
  summary_ko?: string;
  paragraph?: string;
};

/** A code with its words; other members say how it is drawn and read. */
export type VocabularyTerm = {
  code: string;
  zh: string;
  en: string;
  /** In the vocabularies that investors read; absent elsewhere. */
  ja?: string;
  ko?: string;
  parent?: string;
  char?: string;
  shape?: string;
  colour?: {
    light: string;
    dark: string;
  };
  [property: string]: unknown;
};

/** The collections, the properties all of them share, and the groups they are listed in. */
export type Collections = {
  common_properties: CollectionProperty[];
  groups: {
    code: string;
    zh: string;
    en: string;
    /** Its collections fade under a filter instead of leaving the map. */
    frame?: boolean;
    /** The part of an answer that its collections are counted in. */
    answer_part?: "parks" | "services" | "projects" | "network";
  }[];
  collections: CatalogueCollection[];
  [property: string]: unknown;
};

/** A collection with the properties that are its own. */
export type CatalogueCollection = {
  id: string;
  group: string;
  order: number;
  legend_order?: number;
  geometry_type: string;
  title: Words;
  short: Words;
  description?: Words;
  chain_property?: string;
  cluster_property?: string;
  codes_of?: string;
  properties: CollectionProperty[];
  [property: string]: unknown;
};

export type CollectionProperty = {
  name: string;
  type: string;
  title: Words;
  vocabulary?: string;
  unit?: string;
  queryable?: boolean;
  in_tile?: boolean;
  figure?: boolean;
  sum?: boolean;
  parent_of?: string;
  references?: string;
  [property: string]: unknown;
};

/** How a derived value follows from the plan. */
export type CatalogueRule = {
  code: string;
  zh: string;
  en: string;
};

/** A plan and the numbers of its outline. */
export type CataloguePlan = {
  code: string;
  number: string;
  title: Words;
  date: string;
  parts: {
    number: number;
    /** The first and the last. */
    chapters: number[];
  }[];
  sections: {
    chapter: number;
    paragraphs: number[];
  }[];
  boxes: {
    box: string;
    chapter: number;
    section?: number;
  }[];
  [property: string]: unknown;
};

/** What the product is called, which plan it shows and the years it can stand at. */
export type CatalogueProduct = {
  title: Words;
  place: Words;
  description: Words;
  plan: string;
  status_as_of: string;
  horizons: {
    year: number;
    zh: string;
    en: string;
    ja?: string;
    ko?: string;
  }[];
  default_horizon: number;
  headline_indicators?: string[];
  /** West, south, east, north in degrees. */
  bbox: number[];
  map_review_number: string;
  notice_without_review_number: Words;
  [property: string]: unknown;
};

/** What words mean: a chain, a cluster, a product, a step, a feature or a park. */
export type MatchTerm = {
  kind: string;
  code: string | null;
  zh: string;
  en: string | null;
  ja: string | null;
  ko: string | null;
  industry_chain: string | null;
  industry_cluster: string | null;
  paragraph: string | null;
};

/** The question as it was understood; nearest has terms when the words meant no chain. */
export type MatchQuestion = {
  industry_chain: string | null;
  industry_cluster: string | null;
  q: string | null;
  understood: MatchTerm[] | null;
  nearest: MatchTerm[];
  must: string[];
  weights: Record<string, number>;
  unknown: string;
};

/** What a criterion says of a park: product = scaled × weight, the score is the sum of the products; shown_only is no part of it. */
export type MatchCriterion = {
  code: string;
  /** What was found: a degree, a number, a target or a distance; null when the plan does not say. */
  raw: unknown | null;
  scaled_min: number;
  scaled_max: number;
  /** Parts of 100. */
  weight: number;
  product_min: number;
  product_max: number;
  shown_only: boolean;
  citations: Citation[];
};

/** Why a park has to do with the question: the words of the plan that name it, and where. */
export type MatchReason = {
  degree: string;
  industry_chain: string | null;
  industry_cluster: string | null;
  words: string;
  emphasis: string | null;
  through: string | null;
  citation: Citation;
  chain_citation: Citation | null;
};

export type MatchedPark = {
  code: string;
  name_zh: string;
  name_en: string | null;
  /** Scores whose ranges overlap share a rank. */
  rank: number;
  score_min: number;
  score_max: number;
  criteria: MatchCriterion[];
  why: MatchReason[];
  /** Facts of the catalogue that the plan does not give. */
  not_stated: string[];
  known: number;
  of: number;
  /** Codes of /api/plan/policies that name the park or its industries and fit the question. */
  policies: string[];
  readiness: ParkReadiness | null;
  /** The path of its page. */
  page: string;
};

/** The readiness card in short: its items and its rule stand in the catalogue (criteria.readiness). */
export type ParkReadiness = {
  /** null where too little is known. */
  grade: string | null;
  known: number;
  of: number;
};

export type ParkComparison = {
  revision: number;
  /** What the codes are of. */
  kind: "park" | "project" | "industry-chain";
  subjects: ComparedPark[];
  rows: ComparedRow[];
  /** What could be added, the most alike first; some where there are very many. */
  others: ComparedOther[];
};

/** Its names; null where a language has none. */
export type ComparedOther = {
  code: string;
  name_zh: string;
  name_en: string | null;
  name_ja: string | null;
  name_ko: string | null;
};

/** A park, project or chain in four languages; null where one has no words, and the grade of what is no park. */
export type ComparedPark = {
  code: string;
  name_zh: string;
  name_en: string | null;
  name_ja: string | null;
  name_ko: string | null;
  summary_zh: string | null;
  summary_en: string | null;
  summary_ja: string | null;
  summary_ko: string | null;
  readiness_grade: string | null;
  page: string;
};

/** Of parks kind is industries, target, access, policies, readiness, fact or known, of projects property, of chains property, words, features, sum, target or policies; code is an indicator, an item of the readiness card, a fact, a property or a list of the panorama. */
export type ComparedRow = {
  kind: string;
  code: string | null;
  horizon: number | null;
  differs: boolean;
  cells: ComparedCell[];
};

export type ComparedCell = {
  /** null where the plan does not state it. */
  value: unknown | null;
  citations: Citation[];
};

export type MatchApart = {
  code: string;
  must: string;
};

/** How many parks a must-have would leave, beside those that are chosen. */
export type MatchMust = {
  code: string;
  leaves: number;
  undecided: number;
};

export type ParkMatch = {
  revision: number;
  question: MatchQuestion;
  parks: MatchedPark[];
  excluded: MatchApart[];
  undecided: MatchApart[];
  musts: MatchMust[];
};

/** A GeoJSON geometry or Feature, valid or not. */
export type CheckedSite = {
  type: string;
  [property: string]: unknown;
};

export type CheckOutcome = "fits" | "attention" | "no-hit" | "cannot-check";

/** A GeoJSON geometry, longitude first. */
export type CheckPlace = Record<string, unknown>;

/** The feature that a finding is about. */
export type CheckSubject = {
  collection: string;
  code: string;
  version: number;
  name_zh: string;
  name_en: string | null;
  accuracy_m: number | null;
  placement: string | null;
};

/** How much of the site lies on the subject: of an area m2 and mu, of a line m; least and most with the subject eroded and dilated by its accuracy. */
export type CheckOverlap = {
  percent: number;
  m2?: number;
  mu?: number;
  m2_range?: number[];
  mu_range?: number[];
  m?: number;
  m_range?: number[];
};

/** Metres to the subject as it is drawn, and the least and most that its accuracy leaves. */
export type CheckDistance = {
  m: number;
  range: number[];
};

export type CheckFinding = {
  /** Once in an answer, and the same as long as rule and subject are. */
  id: string;
  /** A code of checks in the catalogue; undecided for a row of what the accuracy of a layer leaves open. */
  rule: string;
  outcome: CheckOutcome;
  severity: "error" | "warning" | "info";
  subject: CheckSubject | null;
  value: number | null;
  unit: string | null;
  /** Least and most, in the unit of the value. */
  range: number[] | null;
  overlap: CheckOverlap | null;
  distance: CheckDistance | null;
  /** The hit, or its box where it has more vertices than the limits of the rules say. */
  where: CheckPlace | null;
  args: Record<string, unknown>;
  citations: Citation[];
  /** Where a threshold is no word of the plan. */
  basis: Words | null;
  /** The collection whose better geometry would decide it. */
  layer: string | null;
  /** What was folded into this row. */
  findings?: CheckFinding[];
};

export type CheckedShape = {
  geometry_type: string;
  vertices: number;
  /** On the ellipsoid. */
  area_m2: number | null;
  area_mu: number | null;
  length_m: number | null;
};

export type SiteCheck = {
  revision: number;
  /** Of the rules, by which a frozen answer says what it was reckoned by. */
  rules: string;
  site: CheckedShape | null;
  counts: {
    fits: number;
    attention: number;
    "no-hit": number;
    "cannot-check": number;
  };
  findings: CheckFinding[];
};

export type Account = {
  id: string;
  name: string;
  roles: ("viewer" | "staff" | "reviewer" | "administrator")[];
  must_change_password: boolean;
};

export type Credentials = {
  name: string;
  password: string;
};

export type PasswordChange = {
  current: string;
  next: string;
};

export type ListedAccount = {
  id: string;
  name: string;
  roles: ("viewer" | "staff" | "reviewer" | "administrator")[];
  disabled: boolean;
  locked: boolean;
  must_change_password: boolean;
  created_at: string;
};

export type Accounts = {
  accounts: ListedAccount[];
};

export type NewAccount = {
  name: string;
  roles: ("viewer" | "staff" | "reviewer" | "administrator")[];
};

export type RoleList = {
  roles: ("viewer" | "staff" | "reviewer" | "administrator")[];
};

export type GivenPassword = {
  account: ListedAccount;
  password: string;
};

export type Token = {
  id: string;
  name: string;
  scope: "read" | "write";
  created_at: string;
  expires_at: string;
  used_at: string | null;
};

export type Tokens = {
  tokens: Token[];
};

export type NewToken = {
  name: string;
  scope: "read" | "write";
  days: number;
};

export type GivenToken = {
  token: Token;
  secret: string;
};

export type Draft = {
  id: string;
  collection: string;
  code: string;
  /** What it proposes. */
  action: "change" | "withdraw";
  based_on: number | null;
  properties: Record<string, unknown>;
  note: string | null;
  /** Whom to ask: never published. */
  contact: string | null;
  check_reasons: CheckReason[];
  /** The returned set that it mends. */
  change_set: number | null;
  created_at: string;
  updated_at: string;
  version: number;
  /** GeoJSON, longitude first. */
  geometry: Record<string, unknown> | null;
};

export type ListedDraft = {
  id: string;
  collection: string;
  code: string;
  /** What it proposes. */
  action: "change" | "withdraw";
  based_on: number | null;
  properties: Record<string, unknown>;
  note: string | null;
  /** Whom to ask: never published. */
  contact: string | null;
  check_reasons: CheckReason[];
  /** The returned set that it mends. */
  change_set: number | null;
  created_at: string;
  updated_at: string;
  version: number;
  has_geometry: boolean;
};

export type Drafts = {
  drafts: ListedDraft[];
};

export type DraftOwners = {
  owners: {
    owner: string;
    owner_name: string | null;
    number: number;
    updated_at: string;
  }[];
};

export type NewDraft = {
  collection: string;
  code?: string | null;
  based_on?: number | null;
  properties?: Record<string, unknown>;
  /** GeoJSON, longitude first. */
  geometry?: Record<string, unknown> | null;
  note?: string | null;
  contact?: string | null;
  check_reasons?: CheckReason[];
  change_set?: number | null;
};

export type SavedDraft = {
  based_on?: number | null;
  properties?: Record<string, unknown>;
  /** GeoJSON, longitude first. */
  geometry?: Record<string, unknown> | null;
  note?: string | null;
  contact?: string | null;
  check_reasons?: CheckReason[];
};

/** What somebody says to a finding of the check: that it is wrong, or why it is so nevertheless. */
export type CheckReason = {
  /** The id of the finding. */
  finding: string;
  stance: "contested" | "explained";
  reason: string;
};

export type Attachment = {
  id: string;
  /** Of the feature it belongs to. */
  code: string;
  name: string;
  media_type: "application/pdf" | "image/png" | "image/jpeg";
  /** Bytes. */
  size: number;
  sha256: string;
  added_at: string;
};

export type Attachments = {
  attachments: Attachment[];
};

export type Evidence = {
  contacts: {
    code: string;
    contact: string;
  }[];
  attachments: Attachment[];
  /** The newest twenty. */
  checks: VersionCheck[];
};

export type ComparedChecks = {
  checks: ComparedCheck[];
  /** How many sites follow after these. */
  left: number;
};

export type ChangePlaces = {
  places: ChangePlace[];
};

export type ChangePlace = {
  position: number;
  collection: string;
  code: string;
  action: string;
  name_zh: string | null;
  name_en: string | null;
  before: PlaceState;
  after: PlaceState;
};

export type PlaceState = {
  /** GeoJSON, longitude first. */
  geometry: Record<string, unknown> | null;
} | null;

export type Conflicts = {
  /** Of the whole set. */
  number: number;
  conflicts: Conflict[];
};

export type Conflict = {
  position: number;
  collection: string;
  code: string;
  action: "change" | "withdraw";
  /** The version of the ancestor; null of a new feature. */
  based_on: number | null;
  /** The version that stands now; null when the feature was withdrawn. */
  stands: number | null;
  origin: VersionOrigin | null;
  ancestor: FeatureState;
  mine: FeatureState;
  theirs: FeatureState;
  properties: ChangedProperty[];
  /** Who has changed the place; null when nobody has. */
  geometry: "mine" | "theirs" | "both" | "alike" | null;
};

export type ChangedProperty = {
  property: string;
  /** Who has changed it since the ancestor; both to something else, or both alike. */
  change: "mine" | "theirs" | "both" | "alike";
};

export type VersionOrigin = {
  /** Null of a process. */
  recorded_by_name: string | null;
  approved_at: string;
  /** That brought it. */
  change_set: number | null;
  title: string | null;
  basis: string | null;
};

export type Resolutions = {
  resolutions: Resolution[];
  /** Submit the set at once: when it is refused nothing is written. */
  submit?: boolean;
};

export type Resolution = {
  collection: string;
  code: string;
  /** The version that was seen to stand. */
  stands: number | null;
  /** Go on from what stands, or change it no more. */
  action?: "merge" | "leave-out";
  /** By name, mine or theirs of what both have changed. */
  properties?: Record<string, "mine" | "theirs">;
  /** mine, theirs, or GeoJSON that is neither. */
  geometry?: "mine" | "theirs" | Record<string, unknown> | null;
};

export type ComparedCheck = {
  /** In its set: what comes after it is asked for by this. */
  position: number;
  collection: string;
  code: string;
  version: number;
  submitted: FrozenCheck;
  now: FrozenCheck | null;
  differences: CheckDifference[];
};

/** A SiteCheck with when, by which package of data, and what its author said to it. */
export type FrozenCheck = {
  revision: number;
  counts: Record<string, number>;
  findings: CheckFinding[];
  checked_at: string;
  reasons: FrozenReason[];
};

export type FrozenReason = {
  /** The id of the finding. */
  finding: string;
  stance: "contested" | "explained";
  reason: string;
  rule: string;
  outcome: string;
  severity: string;
};

export type CheckDifference = {
  finding: string;
  change: "appeared" | "went" | "changed";
  submitted: CheckFinding | null;
  now: CheckFinding | null;
};

export type VersionCheck = {
  collection: string;
  code: string;
  version: number;
  /** The check of the site (SiteCheck) as it was when this version was submitted, with checked_at, package and reasons. */
  result: Record<string, unknown>;
};

export type Change = {
  collection: string;
  /** None for a new feature. */
  code?: string | null;
  action?: "change" | "withdraw";
  /** The version that was seen to stand. */
  based_on?: number | null;
  /** Those that change. */
  properties?: Record<string, unknown>;
  /** GeoJSON, longitude first. */
  geometry?: Record<string, unknown> | null;
  check_reasons?: CheckReason[];
};

export type NewChangeSet = {
  title: string;
  basis: string;
  features?: Change[];
  drafts?: string[];
  /** Submit it at once: when it is refused nothing is written, and the drafts stay. */
  submit?: boolean;
  /** Keep a base that does not stand any more, to be resolved as a conflict. */
  keep_stale?: boolean;
};

export type Approval = {
  comment?: string | null;
  exclude?: ExcludedCode[];
};

export type ExcludedCode = {
  /** All that the set changes under this code. */
  code: string;
  reason: string;
};

export type Exclusion = {
  reason: string;
  /** The change set in which it went back to its author. */
  returned_as: number;
} | null;

export type Comment = {
  comment?: string | null;
};

export type Reason = {
  title: string;
  basis: string;
};

export type ChangeSet = {
  id: number;
  title: string;
  /** A citation of the plan or the number of a document. */
  basis: string;
  /** The id of an account. */
  author: string;
  author_name: string | null;
  /** A term of review_state. */
  state: string;
  /** The change set that it undoes. */
  reverses: number | null;
  /** The change set whose reviewer excluded this when the rest was approved. */
  excluded_from: number | null;
  created_at: string;
  updated_at: string;
  submitted_at: string | null;
  decided_at: string | null;
  /** The id of an account. */
  decided_by: string | null;
  decided_by_name: string | null;
  comment: string | null;
  /** The id of the account that reviews it. */
  claimed_by: string | null;
  claimed_by_name: string | null;
  claimed_at: string | null;
  version: number;
  /** How many features it changes. */
  number: number;
  /** What the one who asks may do with it now. */
  actions: string[];
};

export type ChangeSets = {
  change_sets: ChangeSet[];
};

export type ReviewQueue = {
  change_sets: ChangeSet[];
  /** How many of all that are asked for, whoever's they are to review, are mine, nobody's and others', wait for the word of a department, and wait for mine. */
  counts: {
    mine: number;
    nobody: number;
    others: number;
    waiting: number;
    asked: number;
  };
};

export type Decision = {
  /** The check of each site as it was when it was decided; null of decisions that were made before it was kept. */
  checks: DecidedCheck[] | null;
  id: number;
  change_set: number;
  /** Of the change set that was decided on. */
  set_version: number;
  action: "approved" | "returned";
  at: string;
  /** The id of an account. */
  decided_by: string;
  decided_by_name: string | null;
  /** The id of an account. */
  author: string;
  author_name: string | null;
  title: string;
  basis: string;
  comment: string | null;
  submitted_at: string;
  /** Of the plan, that this decision made or left. */
  revision: number;
  /** Hash of the catalogue, its rules among it. */
  catalogue: string | null;
  /** Hash of the package of data. */
  package: string | null;
  /** Hash of the text of the plan; null where none was loaded. */
  document: string | null;
  /** SHA-256 of the record. */
  digest: string;
  /** Whether the record still has that digest. */
  is_intact: boolean;
  comments: {
    number: number;
    open: number;
  };
  items: DecidedItem[];
  /** What was answered before it: to contested findings, and by departments; null of a decision from before there was such a thing. */
  answers: {
    contested: ContestedFinding[];
    consultations: Record<string, unknown>[];
  } | null;
};

export type DecisionSummary = {
  id: number;
  change_set: number;
  /** Of the change set that was decided on. */
  set_version: number;
  action: "approved" | "returned";
  at: string;
  /** The id of an account. */
  decided_by: string;
  decided_by_name: string | null;
  /** The id of an account. */
  author: string;
  author_name: string | null;
  title: string;
  basis: string;
  comment: string | null;
  submitted_at: string;
  /** Of the plan, that this decision made or left. */
  revision: number;
  /** Hash of the catalogue, its rules among it. */
  catalogue: string | null;
  /** Hash of the package of data. */
  package: string | null;
  /** Hash of the text of the plan; null where none was loaded. */
  document: string | null;
  /** SHA-256 of the record. */
  digest: string;
  /** Whether the record still has that digest. */
  is_intact: boolean;
};

export type Decisions = {
  decisions: DecisionSummary[];
};

export type DecidedCheck = {
  collection: string;
  code: string;
  version: number;
  result: FrozenCheck;
};

export type DecidedItem = {
  excluded?: Exclusion;
  position: number;
  collection: string;
  code: string;
  action: "change" | "withdraw";
  based_on: number | null;
  version: number | null;
  content_sha256: string | null;
  /** Of its WKB, little-endian, in EPSG:4490; null where it has no place. */
  geometry_sha256: string | null;
  /** On the ellipsoid; null where it is no area. */
  area_m2: number | null;
};

export type Notification = {
  id: number;
  at: string;
  kind: "submitted" | "withdrawn" | "claimed" | "assigned" | "commented" | "returned" | "approved";
  /** The id of the account that did it. */
  actor: string;
  actor_name: string | null;
  change_set: number;
  /** Of the change set. */
  title: string;
  /** Of the change set now, a term of review_state. */
  state: string;
  read_at: string | null;
};

export type Notifications = {
  unread: number;
  notifications: Notification[];
};

export type ReadNotifications = {
  /** The newest that was seen. */
  up_to?: number;
  change_set?: number;
};

export type Unread = {
  unread: number;
};

export type Reviewer = {
  id: string;
  name: string;
};

export type Reviewers = {
  reviewers: Reviewer[];
};

export type Assignment = {
  /** The id of an account that reviews. */
  account: string;
};

export type ReviewComment = {
  id: number;
  change_set: number;
  /** Of the set when it was said. */
  set_version: number;
  at: string;
  /** The id of an account. */
  author: string;
  author_name: string | null;
  text: string;
  collection: string | null;
  /** The feature of the set that it is about. */
  code: string | null;
  property: string | null;
  /** Longitude and latitude in CGCS2000, degrees. */
  place: number[] | null;
  is_resolved: boolean;
  /** What was said in answer, in its order. */
  entries: CommentEntry[];
};

export type ReviewComments = {
  comments: ReviewComment[];
};

export type CommentEntry = {
  id: number;
  at: string;
  /** The id of an account. */
  author: string;
  author_name: string | null;
  action: "answer" | "resolve" | "reopen";
  text: string | null;
};

export type NewReviewComment = {
  text: string;
  collection?: string;
  /** A feature of the set. */
  code?: string;
  /** Of that feature. */
  property?: string;
  /** Longitude and latitude in CGCS2000, degrees. */
  place?: number[];
};

export type CommentText = {
  text?: string;
};

export type FeatureState = {
  properties: Record<string, unknown>;
  /** GeoJSON, longitude first. */
  geometry: Record<string, unknown> | null;
} | null;

export type ChangeItem = {
  position: number;
  collection: string;
  code: string;
  action: string;
  based_on: number | null;
  version: number | null;
  excluded: Exclusion;
  before: FeatureState;
  after: FeatureState;
};

export type ChangeSetWithItems = {
  id: number;
  title: string;
  /** A citation of the plan or the number of a document. */
  basis: string;
  /** The id of an account. */
  author: string;
  author_name: string | null;
  /** A term of review_state. */
  state: string;
  /** The change set that it undoes. */
  reverses: number | null;
  /** The change set whose reviewer excluded this when the rest was approved. */
  excluded_from: number | null;
  created_at: string;
  updated_at: string;
  submitted_at: string | null;
  decided_at: string | null;
  /** The id of an account. */
  decided_by: string | null;
  decided_by_name: string | null;
  comment: string | null;
  /** The id of the account that reviews it. */
  claimed_by: string | null;
  claimed_by_name: string | null;
  claimed_at: string | null;
  version: number;
  /** How many features it changes. */
  number: number;
  /** What the one who asks may do with it now. */
  actions: string[];
  items: ChangeItem[];
};

export type AskedBulkChange = {
  collection: string;
  /** CQL2, of the properties of the collection. */
  filter: string;
  /** cql2-text or cql2-json. */
  "filter-lang"?: string;
  /** The system of coordinates in the filter. */
  "filter-crs"?: string;
  /** The values; null takes one away. */
  properties: Record<string, unknown>;
};

export type BulkPreview = {
  /** How many would be changed. */
  number: number;
  /** How many of these have no place. */
  unplaced: number;
  /** How many that the filter finds have the values already. */
  unchanged: number;
  /** How many are left out because another change of them is in review. */
  under_review: number;
  /** West, south, east, north. */
  bounds: number[] | null;
  features: BulkFeature[];
};

export type BulkFeature = {
  code: string;
  /** That which stands. */
  version: number;
  name_zh: string | null;
  name_en: string | null;
  /** Longitude and latitude of a point in it. */
  place: number[] | null;
};

export type NewBulkChange = {
  title: string;
  basis: string;
  collection: string;
  /** The values; null takes one away. */
  properties: Record<string, unknown>;
  features: {
    code: string;
    /** That which was seen. */
    version: number;
  }[];
  /** Whether it is submitted at once; what is refused then leaves nothing. */
  submit?: boolean;
};

export type Changes = {
  /** The revision of the plan: what to ask since the next time. */
  revision: number;
  changes: PublishedRevision[];
  links: {
    rel: "self" | "next";
    href: string;
    type: string;
  }[];
};

export type PublishedRevision = {
  revision: number;
  /** As approved_at of the versions. */
  at: string;
  /** How many features it published or took off the plan, of those asked for. */
  number: number;
  /** The number of the decision that is kept; null for what was loaded with the package. */
  decision: number | null;
  /** Its page, for those who draw and review. */
  decision_sheet: string | null;
  collections: {
    collection: string;
    number: number;
  }[];
  /** 20 at most. */
  features: PublishedFeature[];
};

export type PublishedFeature = {
  collection: string;
  code: string;
  /** That which was published, or the last one that stood. */
  version: number;
  action: "published" | "withdrawn";
  name_zh?: string | null;
  name_en?: string | null;
  /** The page of its history; null where the catalogue has the collection no more. */
  history: string | null;
};

export type FeatureHistory = {
  collection: string;
  code: string;
  versions: FeatureVersion[];
};

export type FeatureVersion = {
  version: number;
  approved_at: string | null;
  /** When it ceased to stand; null while it stands. */
  recorded_to: string | null;
  /** What everybody may know of who recorded it: the package, or staff, whose work a reviewer has approved. */
  recorded_as: "package" | "staff";
  /** The number of the decision that published it; its sheet is for those who draw and review. Null for what was loaded and for what was not approved. */
  decision: number | null;
  /** GeoJSON, longitude first. */
  geometry: Record<string, unknown> | null;
  changes: {
    property: string;
    /** As the feature has it. */
    before: unknown;
    /** As the feature has it. */
    after: unknown;
  }[];
  is_moved: boolean;
  based_on?: number | null;
  review_state?: string;
  recorded_from?: string;
  /** The id of an account, or the name of a process. */
  recorded_by?: string;
  /** Null for a process. */
  recorded_by_name?: string | null;
  approved_by?: string | null;
  approved_by_name?: string | null;
  closed_by?: string | null;
  closed_by_name?: string | null;
  events?: VersionEvent[];
};

export type VersionEvent = {
  at: string;
  /** The id of an account, or the name of a process. */
  actor: string;
  actor_name: string | null;
  action: string;
  comment: string | null;
  change_set: number | null;
};

/** What the settings of the installation mean for the client. */
export type ClientConfig = {
  /** Of the base map; null switches it off. */
  tiandituKey: string | null;
  openStreetMap: boolean;
};

/** An enquiry as the form sends it; lengths are in characters. */
export type Enquiry = {
  name: string;
  /** How its writer wishes to be answered. */
  contact: string;
  organisation?: string;
  message?: string;
  language?: "zh" | "en" | "ja" | "ko";
  /** Codes of the shortlist. */
  parks?: string[];
  /** Codes of the facts that they would like to know. */
  questions?: string[];
  /** The view, as the query of its link. */
  shortlist?: string;
  /** That it may be kept for the stated time and purpose. */
  consent: boolean;
  /** For how long the form was open. */
  filled_in_ms: number;
  /** Of programs: what they fill in here is not taken. */
  website?: string;
};

/** What the writer of an enquiry gets. */
export type EnquiryReceipt = {
  reference: string;
  kept_until: string;
  /** The page on which it can be deleted before; nobody else has the link. */
  delete_url: string;
};

/** What the form states before somebody agrees. */
export type EnquiryTerms = {
  /** For how many days an enquiry is kept. */
  keep_days: number;
  /** How long the form is open at least, in milliseconds. */
  least_ms: number;
};

export type Departments = {
  departments: Department[];
};

/** A term of the vocabulary department, and who speaks for it. */
export type Department = {
  code: string;
  zh: string;
  en: string;
  /** Whether the one who asks speaks for it. */
  is_mine: boolean;
  members: {
    id: string;
    name: string;
  }[];
};

export type DepartmentCodes = {
  departments: string[];
};

export type Consultations = {
  consultations: Consultation[];
};

/** What a department was asked about a set, or about one finding of its check; opinion and answer are null while its word is outstanding. */
export type Consultation = {
  id: number;
  change_set: number;
  /** Of the set when it was asked. */
  set_version: number;
  /** A term of the vocabulary department. */
  department: string;
  collection: string | null;
  code: string | null;
  /** The id of a finding. */
  finding: string | null;
  /** The finding as it was frozen. */
  found: CheckFinding | null;
  question: string;
  asked_by: string;
  asked_by_name: string | null;
  asked_at: string;
  opinion: "no-objection" | "conditions" | "objection" | "taken-back" | null;
  answer: string | null;
  answered_by: string | null;
  answered_by_name: string | null;
  answered_at: string | null;
  /** Whether the one who asks may answer it now. */
  is_mine: boolean;
};

export type NewConsultation = {
  department: string;
  question: string;
  collection?: string;
  code?: string;
  finding?: string;
};

export type DepartmentWord = {
  opinion: "no-objection" | "conditions" | "objection";
  /** Whoever is not content says why. */
  answer?: string;
};

export type TakenBack = {
  reason: string;
};

export type ContestedFindings = {
  findings: ContestedFinding[];
};

/** A finding that the author of a set contests, by the version of the site that was submitted; outcome and answer are null while it is open. */
export type ContestedFinding = {
  collection: string;
  code: string;
  version: number;
  /** The id of the finding. */
  finding: string;
  rule: string;
  severity: "error" | "warning" | "info";
  /** The outcome of the check. */
  found: "fits" | "attention" | "no-hit" | "cannot-check";
  reason: string;
  outcome: "accepted" | "refused" | null;
  answer: string | null;
  answered_by: string | null;
  answered_by_name: string | null;
  answered_at: string | null;
};

export type FindingAnswer = {
  collection: string;
  code: string;
  finding: string;
  outcome: "accepted" | "refused";
  answer: string;
};

/** That something is wrong, as the form says it: one of a feature (collection, code), a paragraph or a finding; lengths are in characters. */
export type NewContest = {
  collection?: string;
  code?: string;
  paragraph?: string;
  /** Which of the paragraph, counted from 0. */
  sentence?: number;
  /** The id of a finding of a check; place says where. */
  finding?: string;
  /** Longitude and latitude. */
  place?: number[];
  reason: string;
  /** How its writer may be asked or told; reviewers alone see it. */
  contact?: string;
  /** That the contact may be kept for the stated time and purpose. */
  consent?: boolean;
  language?: "zh" | "en" | "ja" | "ko";
  /** For how long the form was open. */
  filled_in_ms: number;
  /** Of programs: what they fill in here is not taken. */
  website?: string;
};

/** What the form states before somebody writes how to reach them. */
export type ContestTerms = {
  /** For how many days a contact is kept. */
  keep_days: number;
  /** How long the form is open at least, in milliseconds. */
  least_ms: number;
};

/** What the writer of a contest gets. */
export type ContestReceipt = {
  reference: string;
  /** The page on which state and answer stand. */
  url: string;
  /** Until when the contact is kept; null without one. */
  kept_until: string | null;
  /** The page on which the contact can be deleted before; nobody else has the link. */
  delete_url: string | null;
};

/** What whoever has the reference may know. */
export type Contest = {
  reference: string;
  received_at: string;
  state: "open" | "answered";
  /** Of the feature that it is about. */
  collection: string | null;
  code: string | null;
  /** Of the plan. */
  paragraph: string | null;
  /** Which of the paragraph, counted from 0. */
  sentence: number | null;
  /** The id of a finding of a check. */
  finding: string | null;
  /** Longitude and latitude. */
  place: number[] | null;
  reason: string;
  outcome: "accepted" | "refused" | null;
  answer: string | null;
  answered_at: string | null;
};

/** A contest as reviewers see it. */
export type ContestTask = {
  reference: string;
  received_at: string;
  state: "open" | "answered";
  /** Of the feature that it is about. */
  collection: string | null;
  code: string | null;
  /** Of the plan. */
  paragraph: string | null;
  /** Which of the paragraph, counted from 0. */
  sentence: number | null;
  /** The id of a finding of a check. */
  finding: string | null;
  /** Longitude and latitude. */
  place: number[] | null;
  reason: string;
  outcome: "accepted" | "refused" | null;
  answer: string | null;
  answered_at: string | null;
  /** In the order in which they came. */
  id: number;
  /** The version of the feature that stood then. */
  version: number | null;
  language: string;
  contact: string | null;
  answered_by: string | null;
  answered_by_name: string | null;
};

export type ContestTasks = {
  /** How many are open. */
  open: number;
  contests: ContestTask[];
};

export type ContestAnswer = {
  outcome: "accepted" | "refused";
  answer: string;
};

/** What a project makes. */
export type Output = {
  what_zh: string;
  what_en: string;
  quantity: number | null;
  unit_zh: string;
  unit_en: string;
  per: string | null;
  paragraph: string;
  citation?: Citation;
};

/** Why a park has a chain or, where the plan names the industry cluster only, a cluster. */
export type Ground = {
  industry_chain: string | null;
  industry_cluster: string;
  /** A term of chain_degree: leading, named, through-project, cluster-only. */
  degree: string;
  /** What the item of the park names. */
  words: string;
  /** The verb that makes the chain leading. */
  emphasis: string | null;
  /** The code of the project or facility named. */
  through: string | null;
  paragraph: string;
  /** The same thing where the plan puts it under the chain. */
  chain_words: string;
  chain_paragraph: string;
  citation?: Citation;
};

/** What the plan gives a thing to be or to do, in words of the package. */
export type Statement = {
  what_zh: string;
  what_en: string;
  /** Codes of the features it speaks of. */
  features: string[];
  paragraph: string;
  citation?: Citation;
};

/** The properties that every collection has, and some of those that some have. */
export type PlanProperties = {
  code: string;
  /** Of items. */
  version?: number;
  name_zh: string;
  name_en: string | null;
  aliases: string[];
  origin: string;
  plan_status: string;
  /** Null where the status is not stated. */
  plan_status_basis: string | null;
  placement: string;
  placement_reason_zh: string | null;
  placement_reason_en: string | null;
  placed_by: string | null;
  accuracy_m: number | null;
  horizon_from: number | null;
  horizon_to: number | null;
  source: string | null;
  citations: Citation[];
  not_stated: string[];
  /** Codes of the other boxes that name the same project. */
  other_codes?: string[];
  industry_chain?: string | null;
  industry_cluster?: string | null;
  industry_chains?: string[];
  industry_clusters?: string[];
  chain_grounds?: Ground[];
  /** The code of the enterprise whose project it is. */
  enterprise?: string | null;
  functions?: Statement[];
  key_parks?: Statement[];
  extent?: Statement[];
  number?: number | null;
  targets?: Target[];
  outputs?: Output[];
  /** What the plan names within it. */
  parts?: Statement[];
  [property: string]: unknown;
};

export type GapFeature = {
  collection: string;
  code: string;
  name_zh: string;
  name_en: string | null;
  placement: string;
  citation: Citation | null;
};

/** One of the ways in which the plan states a thing. */
export type GapSide = {
  subject: string | null;
  indicator?: string;
  comparator?: string;
  words: string | null;
  value: number | null;
  unit: string | null;
  horizon: number | null;
  note_zh: string | null;
  note_en: string | null;
  citation: Citation | null;
};

export type GapEntry = {
  rule: string;
  kind: string;
  code: string;
  args: Record<string, unknown>;
  features: GapFeature[];
  sides: GapSide[];
  counts: Record<string, number | null>;
};

/** The work list; rules in their order. */
export type Gaps = {
  revision: number;
  rules: string[];
  entries: GapEntry[];
};

/** A citation with the words that stand there. */
export type PolicyCitation = Citation & {
  words: string;
};

export type PolicyAmount = {
  value: number;
  unit: string;
  comparator: string;
};

/** What the plan offers or asks, in our own words; an empty list does not limit it in that respect. */
export type Policy = {
  code: string;
  /** A code of policy_kinds. */
  kind: string;
  title_zh: string;
  title_en: string;
  what_zh: string;
  what_en: string;
  /** Absent where it is not translated, as are the others in ja and ko. */
  title_ja?: string;
  title_ko?: string;
  what_ja?: string;
  what_ko?: string;
  investor_kinds: string[];
  industry_chains: string[];
  industry_clusters: string[];
  /** Codes of the parks and other features that it is for. */
  features: string[];
  amount: PolicyAmount | null;
  citations: PolicyCitation[];
  not_stated: string[];
};

/** The policies that fit, of total, and the terms that they speak. */
export type Policies = {
  revision: number;
  total: number;
  policy_kinds: VocabularyTerm[];
  investor_kinds: VocabularyTerm[];
  policies: Policy[];
};

/** What the plan names for a chain. */
export type NamedThing = {
  zh: string;
  en: string;
  ja?: string;
  ko?: string;
  paragraph: string;
  citation?: Citation;
  stage?: string | null;
  kind?: string;
};

/** A feature of the map that belongs to a chain. */
export type ChainFeature = PlanProperties & {
  collection: string;
  enterprise_tier?: string | null;
};

/** What the plan names, with its feature on the map if there is one. */
export type NamedFeature = {
  name_zh: string;
  name_en?: string | null;
  paragraph: string | null;
  citation?: Citation | null;
  kind?: string | null;
  basis?: string;
  rule?: string | null;
  feature: ChainFeature | null;
};

/** known and not_stated count projects; of_which lists what alone makes more than half. */
export type IndustrySum = {
  sum: number | null;
  known: number;
  not_stated: number;
  of_which: SumPart[];
};

export type SumPart = {
  code: string;
  value: number;
};

export type IndustryTotals = {
  projects: number;
  investment_cny?: IndustrySum;
  floor_area_m2?: IndustrySum;
  land_area_m2?: IndustrySum;
};

export type ChainTerm = {
  code: string;
  zh: string;
  en: string;
  industry_cluster: string;
};

/** The panorama of a chain. */
export type Industry = {
  revision: number;
  industry_chain: ChainTerm;
  paragraph: string | null;
  citation?: Citation | null;
  steps: NamedThing[];
  products: NamedThing[];
  enterprises: NamedFeature[];
  institutes: NamedFeature[];
  projects: ChainFeature[];
  project_sites: ChainFeature[];
  parks: ChainFeature[];
  gaps: NamedThing[];
  targets: PlanTarget[];
  totals: IndustryTotals;
};

/** By what it was found (name, alias, code, pinyin, initials), in which words and which stretch of them. */
export type Found = {
  by: string;
  words: string;
  start: number;
  end: number;
};

export type FoundFeature = {
  collection: string;
  code: string;
  name_zh: string;
  name_en: string | null;
  placement: string;
  match: Found;
};

/** A sentence; offsets count from the start of its paragraph. */
export type FoundText = {
  paragraph: string;
  chapter: number | null;
  box: string | null;
  item: number | null;
  page: number;
  start: number;
  end: number;
  excerpt: string;
  excerpt_start: number;
  mark_start: number;
  mark_end: number;
  by: string;
};

export type FoundTerm = {
  vocabulary: string;
  code: string;
  zh: string;
  en: string;
  parent: string | null;
  match: Found;
};

export type SearchTotals = {
  features: number;
  text: number;
  vocabulary: number;
};

/** What was perhaps meant. */
export type SearchSuggestion = {
  text: string;
};

/** Three groups, best first; totals say how much more there is. */
export type SearchAnswer = {
  revision: number;
  query: string;
  pinyin: boolean;
  text_loaded: boolean;
  totals: SearchTotals;
  features: FoundFeature[];
  text: FoundText[];
  vocabulary: FoundTerm[];
  /** Collections so large that of what was imported only what begins as it was typed was looked for. */
  beyond: string[];
  /** Nothing has all that was typed: the words of which each of these has at least one. */
  parts: string[];
  suggestion: SearchSuggestion | null;
};

export type Sentence = {
  start: number;
  end: number;
  page: number;
};

export type PageBreak = {
  page: number;
  offset: number;
};

export type CitingFeature = {
  collection: string;
  code: string;
  name_zh: string;
  name_en: string | null;
  placement: string;
  named: boolean;
  attributes: string[];
};

/** How many of a collection cite a paragraph and are not listed with it; more than number where is_exact is false. */
export type LeftOut = {
  collection: string;
  number: number;
  is_exact: boolean;
};

/** text is null where only the place is known. */
export type Paragraph = {
  id: string;
  kind: string | null;
  part: number | null;
  chapter: number | null;
  section: number | null;
  subsection: number | null;
  box: string | null;
  item: number | null;
  page: number | null;
  text: string | null;
  sentences: Sentence[];
  page_breaks: PageBreak[];
  features: CitingFeature[];
  left_out: LeftOut[];
};

/** The sentence that says it, and where in it the name or the figure stands. */
export type Highlight = {
  sentence: number;
  start: number;
  end: number;
  by: string;
  mark_start: number;
  mark_end: number;
};

export type CitingTarget = {
  kind: string;
  code: string;
  indicator: string;
  horizon: number | null;
  value: number | null;
  unit: string;
};

/** A paragraph with its neighbours. */
export type CitedParagraph = Paragraph & {
  revision: number;
  plan: string;
  previous: string | null;
  next: string | null;
  text_loaded: boolean;
  targets: CitingTarget[];
  highlight: Highlight | null;
};

export type OutlineSection = {
  number: number;
  title: string | null;
  page: number | null;
};

export type OutlineBox = {
  box: string;
  title: string | null;
  page: number | null;
  items: number | null;
  section: number | null;
  first_paragraph: string | null;
  last_paragraph: string | null;
};

export type OutlineChapter = {
  number: number;
  title: string | null;
  page: number | null;
  sections: unknown[];
  boxes: OutlineBox[];
  tables: unknown[];
  figures: unknown[];
};

export type OutlinePart = {
  number: number;
  title: string | null;
  page: number | null;
  chapters: OutlineChapter[];
};

export type TextCount = {
  parts?: number;
  chapters?: number;
  boxes?: number;
  paragraphs?: number;
};

export type TextMissing = {
  parts?: number[];
  chapters?: number[];
  boxes?: string[];
};

/** What was found of the text of the plan beside what the catalogue expects. */
export type TextReport = {
  verdict: string;
  found?: TextCount;
  expected?: TextCount;
  missing?: TextMissing;
  issues?: unknown[];
  unplaced?: unknown[];
  first_page?: number | null;
  last_page?: number | null;
  [property: string]: unknown;
};

export type OutlinePlan = {
  code: string;
  number: string;
  date: string;
  title_zh: string;
  title_en: string;
};

export type Outline = {
  revision: number;
  plan: OutlinePlan;
  text_loaded: boolean;
  report: TextReport;
  parts: OutlinePart[];
};

/** A chapter in reading order. */
export type Chapter = OutlineChapter & {
  revision: number;
  plan: string;
  part: number;
  text_loaded: boolean;
  paragraphs: Paragraph[];
};

/** A point in one system; null where it does not reach. */
export type CoordinatePoint = {
  crs: string;
  uri: string | null;
  unit: "degree" | "metre";
  x: number | null;
  y: number | null;
};

export type Coordinates = {
  crs: string;
  x: number;
  y: number;
  coordinates: CoordinatePoint[];
};

/** What a filter does to one collection. */
export type FilterMatch = {
  /** The codes that match; null where no condition acts, or where the collection is too large to be listed. */
  codes: string[] | null;
  /** Properties of conditions that leave the collection as it is, because it does not have them. */
  ignored: string[];
  too_large: boolean;
};

export type FilterMatches = {
  revision: number;
  /** The filter as CQL2 text. */
  filter: string;
  collections: Record<string, FilterMatch>;
};

/** Why a text is no filter; args say where. */
export type FilterProblem = {
  code: string;
  args: Record<string, unknown>;
};

export type FilterRefusal = {
  revision: number;
  problem: FilterProblem;
};

export type FilterCheck = FilterMatches | FilterRefusal;
