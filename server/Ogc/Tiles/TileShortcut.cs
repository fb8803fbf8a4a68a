using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.Features;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Ogc.Tiles;

/// <summary>
/// A question in the very words of an earlier one needs no routing and no parsing: what it meant is known, and when its
/// tile of the present revision is in the cache, that is the answer. Everything else goes the long way, and so does whoever
/// carries credentials: the meanings and the tiles are those of the public.
/// </summary>
public sealed class TileShortcut(TileCache cache, RevisionStore revisions)
{
    /// <summary>Some megabytes at most; when it is full it is begun anew, which costs a long way each.</summary>
    private const int MostQuestions = 8_192;

    private const int LongestQuestion = 512;

    private readonly ConcurrentDictionary<(string Target, string Accepts), Meaning> meanings = new();

    /// <summary>Notes what a question meant that was answered from the cache.</summary>
    /// <param name="context">Of the answered request.</param>
    /// <param name="query">The question as the cache names it, without the revision.</param>
    /// <param name="encoding">How the answer was packed.</param>
    public void Learn(HttpContext context, string query, string encoding)
    {
        // Under a host without HTTP (that of tests) there are no words.
        var question = QuestionOf(context);
        if (!RequestAudience.Of(context.Request).IsPublic || question.Target.Length == 0 || question.Target.Length + question.Accepts.Length > LongestQuestion)
        {
            return;
        }

        if (meanings.Count >= MostQuestions)
        {
            meanings.Clear();
        }

        meanings[question] = new Meaning(query, encoding);
    }

    /// <summary>Answers from the cache if it can; false leaves the response untouched.</summary>
    public bool TryAnswer(HttpContext context, out ValueTask answer)
    {
        answer = ValueTask.CompletedTask;
        if (!HttpMethods.IsGet(context.Request.Method)
            || !RequestAudience.Of(context.Request).IsPublic
            || !TileResponse.IsPlainlyAccepted(context.Request)
            || !meanings.TryGetValue(QuestionOf(context), out var meaning)
            || revisions.Heard is not { } revision
            || cache.Find(meaning.NameAt(revision), meaning.Encoding) is not { } tile)
        {
            return false;
        }

        if (TileResponse.Describe(context, revision))
        {
            tile.Dispose();
        }
        else
        {
            answer = TileResponse.Write(context.Response, tile, context.RequestAborted);
        }

        return true;
    }

    private static (string Target, string Accepts) QuestionOf(HttpContext context) =>
        (context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, context.Request.Headers.AcceptEncoding.ToString());

    private sealed class Meaning(string query, string encoding)
    {
        private volatile Tuple<PlanRevision, string>? latest;

        public string Encoding => encoding;

        public string NameAt(PlanRevision revision)
        {
            var known = latest;
            if (known?.Item1 != revision)
            {
                latest = known = Tuple.Create(revision, TileCache.NameOf(Audience.Public, revision, query));
            }

            return known.Item2;
        }
    }
}
