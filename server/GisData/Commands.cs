using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Npgsql;
using SpatialPlan.Server.Catalogue;
using SpatialPlan.Server.Database;

namespace SpatialPlan.Server.GisData;

/// <summary>The verbs of the command line beside serving.</summary>
public static class Commands
{
    private const int Failed = 1;
    private const int Misused = 2;

    /// <summary>Runs a verb; what its user can act on becomes a sentence instead of a stack.</summary>
    public static async Task<int> Guard(Func<Task<int>> verb)
    {
        try
        {
            return await verb();
        }
        catch (PackageException broken)
        {
            return await Refuse($"{broken.Message}\nNothing was loaded.");
        }
        catch (SetupException missing)
        {
            return await Refuse(missing.Message);
        }
        catch (OptionsValidationException wrong)
        {
            return await Refuse($"A setting is wrong: {string.Join("; ", wrong.Failures)}");
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException or SocketException)
        {
            return await Refuse($"The database did not answer as it should: {away.Message}");
        }
        catch (InvalidOperationException failed) when (failed.InnerException is DbException)
        {
            return await Refuse(failed.Message);
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            return await Refuse(unusable.Message);
        }
    }

    public static async Task<int> Run(IServiceProvider services, string verb)
    {
        await services.GetRequiredService<Migrator>().Migrate(CancellationToken.None);
        if (verb == "load")
        {
            var folder = services.GetRequiredService<PackageFolder>().Path;
            var report = await services.GetRequiredService<PackageLoader>().Load(folder, CancellationToken.None);
            Console.WriteLine(report.NothingNew
                ? $"Nothing new: the plan stays at revision {report.Revision}."
                : $"Loaded {report.Layers.Count} layers: the plan is at revision {report.Revision}.");
            await services.GetRequiredService<PlanDocumentLoader>().Load(CatalogueReader.Load(folder), CancellationToken.None);
        }

        return 0;
    }

    public static async Task<int> Explain(string verb)
    {
        await Console.Error.WriteLineAsync($"'{verb}' is no verb. Use: (nothing) to serve | migrate | load <directory> | account <what> | enquiries <what>");
        return Misused;
    }

    private static async Task<int> Refuse(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return Failed;
    }
}
