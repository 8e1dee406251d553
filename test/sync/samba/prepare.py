# Gives the account svc-muster what docs/directory-synchronisation.md tells an administrator to grant: to list CN=Deleted
# Objects and to read what is in it. samba-tool cannot reach that container. Arguments: smb.conf, sam.ldb.
import sys

import ldb
from samba.auth import system_session
from samba.dcerpc import security
from samba.ndr import ndr_pack, ndr_unpack
from samba.param import LoadParm
from samba.samdb import SamDB

conf, url = sys.argv[1:3]
lp = LoadParm()
lp.load(conf)
db = SamDB(url=url, session_info=system_session(), lp=lp)

[account] = db.search(base=db.domain_dn(), expression="(sAMAccountName=svc-muster)", attrs=["objectSid"])
sid = ndr_unpack(security.dom_sid, account["objectSid"][0])
dn = "CN=Deleted Objects," + db.domain_dn()
[container] = db.search(base=dn, scope=ldb.SCOPE_BASE, attrs=["nTSecurityDescriptor"], controls=["show_deleted:1"])
domain_sid = security.dom_sid(db.get_domain_sid())
sddl = ndr_unpack(security.descriptor, container["nTSecurityDescriptor"][0]).as_sddl(domain_sid)
head, mark, aces = sddl.partition("D:")
flags, _, rest = aces.partition("(")
granted = security.descriptor.from_sddl(f"{head}{mark}{flags}(A;;LCRP;;;{sid})({rest}", domain_sid)
change = ldb.Message(ldb.Dn(db, dn))
change["sd"] = ldb.MessageElement(ndr_pack(granted), ldb.FLAG_MOD_REPLACE, "nTSecurityDescriptor")
db.modify(change, controls=["show_deleted:1"])
