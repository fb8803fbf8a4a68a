using System.Text.Json.Nodes;
using Npgsql;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Writing;

/// <summary>What it means to the one who writes that PostgreSQL refused: the rules are there (Database/Functions), each with a name.</summary>
public static class WriteProblems
{
    private static readonly Dictionary<string, (int Status, string Code)> ByRule = new()
    {
        ["seen_is_current"] = (412, "changed-meanwhile"),
        ["base_is_what_stands"] = (409, "base-is-stale"),
        ["transition_is_known"] = (409, "action-not-possible"),
        ["change_sets_are_final"] = (409, "action-not-possible"),
        ["approver_is_not_author"] = (403, "own-change"),
        ["actor_is_author"] = (403, "not-the-author"),
        ["role_is_held"] = (403, "not-allowed"),
        ["change_set_is_known"] = (404, "change-set-unknown"),
        ["feature_is_known"] = (404, "feature-unknown"),
        ["one_draft_of_a_code"] = (409, "draft-exists"),
        ["drafts_are_not_too_many"] = (409, "too-many-drafts"),
        ["attachments_are_not_too_many"] = (409, "too-many-attachments"),
        ["attachments_of_drafts_are_not_too_large"] = (409, "attachments-too-large"),
        ["draft_is_not_too_large"] = (413, "too-large"),
        ["drafts_are_not_too_large"] = (413, "too-large"),
        ["one_change_of_a_code"] = (422, "feature-repeated"),
        ["code_names_one_thing"] = (409, "code-taken"),
        ["claim_is_ones_own"] = (409, "claimed-by-another"),
        ["claimant_is_reviewer"] = (422, "not-a-reviewer"),
        ["item_is_known"] = (404, "feature-unknown"),
        ["comment_is_known"] = (404, "comment-unknown"),
        ["comment_is_ones_own"] = (403, "not-your-comment"),
        ["comments_are_not_too_many"] = (409, "too-many-comments"),
        ["contest_is_known"] = (404, "contest-unknown"),
        ["contests_are_final"] = (409, "contest-answered"),
        ["finding_is_contested"] = (404, "finding-not-contested"),
        ["contested_findings_are_answered"] = (409, "contested-findings-open"),
        ["errors_do_not_stand"] = (409, "errors-stand"),
        ["account_is_known"] = (404, "account-unknown"),
        ["department_is_known"] = (422, "department-unknown"),
        ["department_has_members"] = (422, "department-has-nobody"),
        ["department_is_ones_own"] = (403, "not-your-department"),
        ["consultation_is_known"] = (404, "consultation-unknown"),
        ["one_open_question"] = (409, "already-asked"),
        ["no_word_is_outstanding"] = (409, "words-outstanding"),
        ["objections_have_a_reason"] = (409, "objection-needs-reason"),
        ["set_changes_something"] = (422, "change-set-empty"),
        ["something_is_approved"] = (422, "nothing-left-to-approve"),
        ["excluded_is_not_referred_to"] = (422, "excluded-is-referred-to"),
        ["key_is_of_this_request"] = (422, "idempotency-key-reused"),
    };

    /// <summary>What a rule of ours names is the hint, as JSON; the hints of PostgreSQL itself are for people.</summary>
    private static JsonNode? ArgsOf(PostgresException refusal) =>
        refusal.Hint is { } hint && hint.StartsWith('{') ? JsonNode.Parse(hint) : null;

    /// <summary>The problem, or null when it is no rule of ours that was broken.</summary>
    public static RequestException? Of(PostgresException refusal)
    {
        if (refusal.ConstraintName is { } rule && ByRule.TryGetValue(rule, out var known))
        {
            return new RequestException(known.Status, known.Code, ArgsOf(refusal));
        }

        return refusal switch
        {
            // One submission of a code at a time.
            { SqlState: PostgresErrorCodes.UniqueViolation, SchemaName: "feature" } => new RequestException(StatusCodes.Status409Conflict, "already-submitted"),

            // What the checks let pass and a constraint of the table does not.
            { SqlState: PostgresErrorCodes.CheckViolation or PostgresErrorCodes.NotNullViolation or PostgresErrorCodes.ForeignKeyViolation, SchemaName: "feature" } =>
                RequestBody.Invalid("feature-refused", new { rule = refusal.ConstraintName ?? refusal.ColumnName }),

            // Two who wait for each other: one of them is told to come again.
            { SqlState: PostgresErrorCodes.DeadlockDetected } => RequestException.Away("busy"),
            _ => null,
        };
    }
}
