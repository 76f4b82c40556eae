namespace SignBridge.Recognition;

/// <summary>How the accuracy of newly taught signs is measured.</summary>
/// <param name="Ways">Signs that are taught in each trial, from 2.</param>
/// <param name="Examples">Examples of each, from 1.</param>
/// <param name="Trials">How often signs and examples are drawn anew, from 1.</param>
/// <param name="Seed">Decides the draws.</param>
public sealed record EnrollmentPlan(int Ways = 10, int Examples = 3, int Trials = 100, int Seed = 1);
