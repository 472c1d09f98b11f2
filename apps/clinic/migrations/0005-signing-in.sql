-- The team's sign-in: the tables of the library better-auth 1.7.6 with its twoFactor plugin, as its own migration writes them.
-- Only the role pointille_sign_in reaches them; the application's role cannot read a password's hash.
create schema auth;

create table auth."user" ("id" text not null primary key, "name" text not null, "email" text not null unique, "emailVerified" boolean not null, "image" text, "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz default current_timestamp not null, "twoFactorEnabled" boolean);
create table auth."session" ("id" text not null primary key, "expiresAt" timestamptz not null, "token" text not null unique, "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz not null, "ipAddress" text, "userAgent" text, "userId" text not null references auth."user" ("id") on delete cascade);
create table auth."account" ("id" text not null primary key, "accountId" text not null, "providerId" text not null, "userId" text not null references auth."user" ("id") on delete cascade, "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, "scope" text, "password" text, "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz not null);
create table auth."verification" ("id" text not null primary key, "identifier" text not null, "value" text not null, "expiresAt" timestamptz not null, "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz default current_timestamp not null);
create table auth."twoFactor" ("id" text not null primary key, "secret" text not null, "backupCodes" text not null, "userId" text not null references auth."user" ("id") on delete cascade, "verified" boolean, "failedVerificationCount" integer, "lockedUntil" timestamptz);
create table auth."rateLimit" ("id" text not null primary key, "key" text not null unique, "count" integer not null, "lastRequest" bigint not null);

create index "session_userId_idx" on auth."session" ("userId");
create index "account_userId_idx" on auth."account" ("userId");
create index "verification_identifier_idx" on auth."verification" ("identifier");
create index "twoFactor_secret_idx" on auth."twoFactor" ("secret");
create index "twoFactor_userId_idx" on auth."twoFactor" ("userId");

grant usage on schema auth to pointille_sign_in;
grant select, insert, update, delete on all tables in schema auth to pointille_sign_in;

-- The first owner comes in by a one-time link, into a clinic that has no team yet. Whoever deletes the token has used it;
-- nobody else is ever made a member by the application.
create function house.accept_owner_invitation(
  sha256 bytea, at timestamptz, new_user text, new_name text, new_roles text[], is_doctor boolean, new_language text
) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  invited uuid;
  member uuid;
begin
  delete from house.tokens t
  where t.token_sha256 = sha256 and t.kind = 'ownerInvitation' and t.expires_at > at and t.clinic_id = house.tenant()
  returning t.clinic_id into invited;
  if invited is null then
    return null;
  end if;
  perform from house.clinics c where c.clinic_id = invited for update;
  if exists (select from clinic.team_members m where m.clinic_id = invited) then
    return null;
  end if;
  insert into clinic.team_members (clinic_id, user_id, display_name, roles, doctor, language, resource_id)
  values (invited, new_user, new_name, new_roles, is_doctor, new_language, case when 'practitioner' = any (new_roles) then (
    select r.resource_id from clinic.resources r
    where r.clinic_id = invited and r.kind = 'practitioner' and r.retired_at is null order by r.position limit 1
  ) end)
  returning member_id into member;
  return member;
end $$;
revoke all on function house.accept_owner_invitation from public;
grant execute on function house.accept_owner_invitation to pointille_app;
