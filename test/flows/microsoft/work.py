# What a script for Microsoft Graph does, by Microsoft's SDK as it is. Runs behind the lines of
# docs/coming-from-microsoft-graph.md that make `graph`. Whatever is not as in Graph raises, and ends it with its line.
import json
import time
import urllib.request
from uuid import UUID

from azure.core.credentials import AccessToken
from kiota_abstractions.base_request_configuration import RequestConfiguration
from msgraph.generated.directory.deleted_items.graph_user.graph_user_request_builder import GraphUserRequestBuilder
from msgraph.generated.models.assigned_license import AssignedLicense
from msgraph.generated.models.o_data_errors.o_data_error import ODataError
from msgraph.generated.models.password_profile import PasswordProfile
from msgraph.generated.models.user import User
from msgraph.generated.users.item.assign_license.assign_license_post_request_body import AssignLicensePostRequestBody
from msgraph.generated.users.item.authentication.methods.item.reset_password.reset_password_post_request_body import ResetPasswordPostRequestBody
from msgraph.generated.users.item.change_password.change_password_post_request_body import ChangePasswordPostRequestBody
from msgraph.generated.users.item.user_item_request_builder import UserItemRequestBuilder
from msgraph.generated.users.users_request_builder import UsersRequestBuilder
from msgraph_core.requests.batch_request_content import BatchRequestContent
from msgraph_core.requests.batch_request_item import BatchRequestItem
from msgraph_core.tasks.page_iterator import PageIterator

mark, sku_id = os.environ["MARK"], UUID(os.environ["SKU_ID"])
password_method = "28c10230-6103-485e-b985-444c60001490"
done = []


def person(name, **more):
    return User(
        account_enabled=True, display_name=f"{name} {mark}", user_principal_name=f"{name}.{mark}@contoso.com".lower(),
        mail_nickname=name.lower(), department=mark, usage_location="NL", **more,
    )


def password_of(text, change=False):
    return PasswordProfile(password=text, force_change_password_next_sign_in=change)


async def refusal_of(work):
    try:
        await work
    except ODataError as error:
        return error.response_status_code, error.error.code
    raise AssertionError("it was not refused")


class TokenOf:
    """A person's own token, for what they do themselves."""

    def __init__(self, name, password):
        body = json.dumps({"userPrincipalName": name, "password": password}).encode()
        request = urllib.request.Request(f"{api_url}/v1.0/signIn", body, {"content-type": "application/json"})
        with urllib.request.urlopen(request) as answer:
            self.token = json.load(answer)["token"]

    def get_token(self, *scopes, **options):
        return AccessToken(self.token, int(time.time()) + 3600)


async def create_and_list():
    names = ["Ada", "Bo", "Cy", "Di", "Ed", "Flo", "Gus"]
    # A chosen password costs the engine half a second.
    passwords = {"Bo": password_of("Long-Enough-4711")}
    made = [await graph.users.post(person(name, password_profile=passwords.get(name))) for name in names]
    assert [user.display_name for user in made] == [f"{name} {mark}" for name in names]
    assert await refusal_of(graph.users.post(person("Ada"))) == (409, "UserNameTaken")
    done.append("create")

    query = UsersRequestBuilder.UsersRequestBuilderGetQueryParameters(
        filter=f"department eq '{mark}'", select=["id", "displayName"], orderby=["displayName"], top=3,
    )
    page = await graph.users.get(RequestConfiguration(query_parameters=query))
    assert page.odata_next_link
    seen = []
    await PageIterator(page, graph.request_adapter).iterate(lambda user: seen.append(user) or True)
    assert [user.id for user in seen] == [user.id for user in made], seen
    assert {user.user_principal_name for user in seen} == {None}
    query = UsersRequestBuilder.UsersRequestBuilderGetQueryParameters(filter=f"startswith(displayName,'Gus {mark}')")
    assert [user.id for user in (await graph.users.get(RequestConfiguration(query_parameters=query))).value] == [made[6].id]
    done.append("list")
    return made


async def change(ada):
    await graph.users.by_user_id(ada.id).patch(User(job_title="Countess", mobile_phone="+44 20 7946 0000"))
    query = UserItemRequestBuilder.UserItemRequestBuilderGetQueryParameters(select=["jobTitle", "mobilePhone"])
    read = await graph.users.by_user_id(ada.user_principal_name).get(RequestConfiguration(query_parameters=query))
    assert (read.job_title, read.mobile_phone, read.display_name) == ("Countess", "+44 20 7946 0000", None)
    done.append("patch")


async def license_person(ada):
    assign = graph.users.by_user_id(ada.id).assign_license
    licence = AssignedLicense(sku_id=sku_id, disabled_plans=[])
    given = await assign.post(AssignLicensePostRequestBody(add_licenses=[licence], remove_licenses=[]))
    assert [each.sku_id for each in given.assigned_licenses] == [sku_id]
    assert [each.sku_id for each in (await graph.users.by_user_id(ada.id).license_details.get()).value] == [sku_id]
    taken = await assign.post(AssignLicensePostRequestBody(add_licenses=[], remove_licenses=[sku_id]))
    assert taken.assigned_licenses == []
    done.append("licence")


async def passwords(ada):
    reset = graph.users.by_user_id(ada.id).authentication.methods.by_authentication_method_id(password_method).reset_password
    await reset.post(ResetPasswordPostRequestBody(new_password="Given-Anew-0815"))
    done.append("reset")
    bo = f"bo.{mark}@contoso.com".lower()
    own = GraphRequestAdapter(AzureIdentityAuthenticationProvider(
        TokenOf(bo, "Long-Enough-4711"), scopes=["own"], allowed_hosts=[urlparse(api_url).hostname],
    ))
    own.base_url = adapter.base_url
    body = ChangePasswordPostRequestBody(current_password="Long-Enough-4711", new_password="Chosen-Here-2342")
    await GraphServiceClient(request_adapter=own).me.change_password.post(body)
    TokenOf(bo, "Chosen-Here-2342")
    done.append("changePassword")


async def delete_and_restore(ada):
    await graph.users.by_user_id(ada.id).delete()
    assert (await refusal_of(graph.users.by_user_id(ada.id).get()))[0] == 404
    query = GraphUserRequestBuilder.GraphUserRequestBuilderGetQueryParameters(top=100)
    bin = await graph.directory.deleted_items.graph_user.get(RequestConfiguration(query_parameters=query))
    assert ada.id in [user.id for user in bin.value]
    done.append("delete")
    await graph.directory.deleted_items.by_directory_object_id(ada.id).restore.post()
    assert (await graph.users.by_user_id(ada.id).get()).display_name == ada.display_name
    done.append("restore")


async def batch(ada):
    zoe = person("Zoe")
    nobody, after = f"nobody.{mark}@contoso.com", zoe.user_principal_name
    content = BatchRequestContent()
    for name, request, depends_on in [
        ("nobody", graph.users.by_user_id(nobody).to_get_request_information(), []),
        ("create", graph.users.to_post_request_information(zoe), []),
        ("read", graph.users.by_user_id(after).to_get_request_information(), ["create"]),
        ("failed", graph.users.by_user_id(ada.id).to_get_request_information(), ["nobody"]),
    ]:
        content.add_request(name, BatchRequestItem(request, name, depends_on))
    answers = await graph.batch.post(content)
    statuses = {name: answers.get_response_by_id(name).status for name in ["nobody", "create", "read", "failed"]}
    assert statuses == {"nobody": 404, "create": 201, "read": 200, "failed": 424}, statuses
    # It drops bodies that are JSON, whoever sent them (kiota-serialization-json 1.16 takes them for base64).
    assert (await graph.users.by_user_id(after).get()).display_name == zoe.display_name
    done.append("batch")


async def work():
    ada, *_ = await create_and_list()
    await change(ada)
    await license_person(ada)
    await passwords(ada)
    await delete_and_restore(ada)
    await batch(ada)
    print(", ".join(done))


asyncio.run(work())
