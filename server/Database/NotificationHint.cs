namespace SpatialPlan.Server.Database;

/// <summary>Somebody has been told something (Functions/notification.sql), on whichever server: whoever waits asks whether it was them.</summary>
public sealed class NotificationHint
{
    public const string Channel = "plan_notification";

    private TaskCompletionSource next = Promise();

    /// <summary>Ends with the next hint.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    public void Hear() => Interlocked.Exchange(ref next, Promise()).SetResult();

    private static TaskCompletionSource Promise() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
