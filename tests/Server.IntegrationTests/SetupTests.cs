using System.Diagnostics;
using Npgsql;

namespace SpatialPlan.Server.IntegrationTests;

/// <summary>Whoever sets up a server of their own is told in one sentence what is missing, and never by a stack.</summary>
public sealed class SetupTests(PlanDatabases databases)
{
    private const int Failed = 1;

    [Theory]
    [InlineData("garbage")]
    [InlineData("postgresql://user:secret@localhost/plan")]
    [InlineData("Host=localhost;Port=many;Password=secret")]
    [InlineData("Database=plan;Password=secret")]
    [InlineData("Host=;Password=secret")]
    public async Task A_connection_string_that_is_none_is_said_and_not_repeated(string value)
    {
        foreach (var verb in new[] { "migrate", "load", "serve" })
        {
            var (code, text) = await Run(verb, value);
            Assert.Equal(Failed, code);
            Assert.Matches("^ConnectionStrings:Plan [^\n]+ write it as \"Host=…;Database=…;Username=…;Password=…\"[^\n]*$", text);
            Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_user_who_may_not_set_up_the_database_is_told_what_an_administrator_runs_once()
    {
        await using var database = databases.Missing();
        var user = $"{database.Name}_owner";
        await databases.Execute($"create role {user} login");
        try
        {
            await databases.Execute($"create database {database.Name}");
            var address = new NpgsqlConnectionStringBuilder(database.Address) { Username = user }.ConnectionString;

            // A guest, and the owner of a database in which PostGIS is not yet.
            foreach (var owner in new[] { null, user })
            {
                await databases.Execute(owner is null ? "select 1" : $"alter database {database.Name} owner to {owner}");
                var (code, text) = await Run("migrate", address);
                Assert.Equal(Failed, code);
                Assert.Matches("^The user of ConnectionStrings:Plan may not set up this database \\([^\n]+\\)\\. Let an administrator run there, once: create extension if not exists postgis; create role spatialplan_public nologin; [^\n]+$", text);
            }

            // What it says is enough: the user need be no superuser, also where one has taken large objects from all.
            await database.Execute($"create extension if not exists postgis; grant spatialplan_public, spatialplan_staff to {user}");
            await database.Execute(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "server", "Database", "Functions", "public_login.sql"), TestContext.Current.CancellationToken));
            var (done, said) = await Run("migrate", address);
            Assert.True(done == 0, said);
        }
        finally
        {
            await database.DisposeAsync();
            await databases.Execute($"drop role {user}");
        }
    }

    [Fact]
    public async Task A_server_that_is_away_is_one_line()
    {
        var (code, text) = await Run("migrate", "Host=127.0.0.1;Port=1;Username=nobody;Database=nothing");
        Assert.Equal(Failed, code);
        Assert.Matches("^The database did not answer as it should: [^\n]+$", text);
    }

    [Fact]
    public async Task Too_few_connections_for_all_pools_are_one_line_for_every_verb()
    {
        foreach (var verb in new[] { "migrate", "load", "serve" })
        {
            var (code, text) = await Run(verb, "Host=127.0.0.1;Port=1;Username=nobody;Database=nothing", ("Plan__Connections", "3"));
            Assert.Equal(Failed, code);
            Assert.Matches("^[^\n]*Connections must be [^\n]*24[^\n]*$", text);
        }
    }

    [Theory]
    [InlineData("Plan__Enquiries__KeepDays", "0")]
    [InlineData("Plan__Enquiries__PerHour", "-5")]
    [InlineData("Plan__Contests__KeepDays", "0")]
    [InlineData("Plan__BaseMaps__TiandituKey", "a b; script-src *")]
    public async Task A_setting_of_a_part_that_cannot_be_meant_is_one_line_too(string name, string value)
    {
        var (code, text) = await Run("serve", "Host=127.0.0.1;Port=1;Username=nobody;Database=nothing", (name, value));
        Assert.Equal(Failed, code);
        Assert.Matches($"^A setting is wrong: [^\n]*{name.Split("__")[^1]}[^\n]*$", text);
    }

    [Fact]
    public async Task A_server_without_any_login_is_told_which_settings_name_one()
    {
        var (code, text) = await Run("serve", "");
        Assert.Equal(Failed, code);
        Assert.Matches("^There is no login for spatialplan_(staff|public): set ConnectionStrings__Plan(Staff|Public), or ConnectionStrings__Plan for all[^\n]*$", text);
        (code, text) = await Run("migrate", "");
        Assert.Equal(Failed, code);
        Assert.Matches("^ConnectionStrings:Plan is not set, and to migrate and to load needs the owner[^\n]*$", text);
    }

    [Fact]
    public async Task A_database_of_a_later_version_is_said_in_one_line_and_left_as_it_is()
    {
        await using var database = await databases.Migrated();
        await database.Execute("insert into public.schema_migration (scriptname, applied) values ('SpatialPlan.Server.Database.Migrations.9999_later.sql', now()); update plan.installed set hash = 'later' where what = 'functions'");
        foreach (var verb in new[] { "migrate", "load" })
        {
            var (code, text) = await Run(verb, database.Address);
            Assert.Equal(Failed, code);
            Assert.Matches(@"^The database is of a later version of SpatialPlan: this one does not know 9999_later\.sql\. Start that version, or restore a backup of this one[^\n]*$", text);
        }

        Assert.Equal("later", await database.Ask<string>("select hash from plan.installed where what = 'functions'"));

        // A server that was to migrate lives, is not ready, and says why.
        await using var application = PlanServer.Application(database.Address, ("Plan:MigrateAndLoadAtStart", "true"));
        var client = application.CreateClient();
        var until = DateTime.UtcNow.AddSeconds(20);
        var said = "";
        while (!said.Contains("database-of-a-later-version", StringComparison.Ordinal) && DateTime.UtcNow < until)
        {
            using var answer = await client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
            Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            said = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }

        Assert.Contains("database-of-a-later-version", said, StringComparison.Ordinal);
    }

    /// <summary>What the server's program says on its error output, and its exit code.</summary>
    private static async Task<(int Code, string Text)> Run(string verb, string address, params (string Name, string Value)[] settings)
    {
        var program = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, verb, Repository.GisData])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["ConnectionStrings__Plan"] = address, ["ConnectionStrings__PlanStaff"] = "", ["ConnectionStrings__PlanPublic"] = "", ["ASPNETCORE_URLS"] = "http://127.0.0.1:0" },
        };
        foreach (var (name, value) in settings)
        {
            program.Environment[name] = value;
        }

        using var process = Process.Start(program)!;
        var (text, output) = (process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.DoesNotMatch(@"(?m)^\s+at ", await output);
        return (process.ExitCode, (await text).Trim());
    }
}
