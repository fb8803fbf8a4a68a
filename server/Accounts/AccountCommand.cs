using SpatialPlan.Server.Database;
using SpatialPlan.Server.Web;

namespace SpatialPlan.Server.Accounts;

/// <summary>The verb `account`: how the first administrator comes to be, and how one gets in again who is locked out.</summary>
public static class AccountCommand
{
    private const string Usage = "account add <name> <role> … | list | role <name> <role> … | department <name> [<department> …] | reset <name> | disable <name> | enable <name>";

    public static async Task<int> Run(IServiceProvider services, string[] words)
    {
        await using var scope = services.CreateAsyncScope();
        var changes = scope.ServiceProvider.GetRequiredService<AccountChanges>();
        try
        {
            await (words switch
            {
                ["list"] => List(changes),
                ["add", var name, _, ..] => Told(changes.Add(Doer.Operator, name, words[2..])),
                ["role", var name, _, ..] => Show(changes.SetRoles(Doer.Operator, await Find(changes, name), words[2..])),
                ["department", var name, ..] => Joined(changes, name, words[2..]),
                ["reset", var name] => Told(changes.Reset(Doer.Operator, await Find(changes, name))),
                ["disable", var name] => Show(changes.Disable(Doer.Operator, await Find(changes, name))),
                ["enable", var name] => Show(changes.Enable(Doer.Operator, await Find(changes, name))),
                _ => throw new SetupException($"Use: {Usage}\nRoles: {string.Join(", ", Role.All)}"),
            });
            return 0;
        }
        catch (RequestException refused)
        {
            throw new SetupException(refused.Code switch
            {
                "name-taken" => "There is an account of this name already.",
                "name-invalid" => $"A name has 1 to {Account.MostNameLength} characters, and no control characters.",
                "role-unknown" => $"The roles are {string.Join(", ", Role.All)}.",
                "department-unknown" => "A department is a code of gis-data/catalogue/vocabularies/department.json.",
                "last-administrator" => "This is the last administrator: make another one first.",
                "account-unknown" => "There is no account of this name.",
                _ => refused.Code,
            });
        }
    }

    private static async Task List(AccountChanges changes)
    {
        foreach (var account in await changes.All(CancellationToken.None))
        {
            Console.WriteLine($"{account.UserName}  {string.Join(',', account.Roles)}{(account.DisabledAt is null ? "" : "  disabled")}{(account.TemporaryUntil is null ? "" : "  has still to choose a password")}");
        }
    }

    private static async Task<Guid> Find(AccountChanges changes, string name) =>
        (await changes.All(CancellationToken.None)).Find(account => string.Equals(account.UserName, name, StringComparison.OrdinalIgnoreCase))?.Id ?? throw RequestException.Unknown("account-unknown");

    private static async Task Joined(AccountChanges changes, string name, string[] departments)
    {
        await changes.SetDepartments(Doer.Operator, await Find(changes, name), departments);
        Console.WriteLine(departments.Length > 0 ? $"{name} speaks for {string.Join(", ", departments)}" : $"{name} speaks for no department");
    }

    private static async Task Told(Task<(Account Account, string Password)> change)
    {
        var (account, password) = await change;
        Console.WriteLine($"{account.UserName} ({string.Join(", ", account.Roles)}) signs in with\n\n    {password}\n\nwithin seven days and chooses another password then. It is shown only now.");
    }

    private static async Task Show(Task<Account> change)
    {
        var account = await change;
        Console.WriteLine($"{account.UserName}: {string.Join(", ", account.Roles)}{(account.DisabledAt is null ? "" : ", disabled")}");
    }
}
